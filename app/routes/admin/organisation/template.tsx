import type { LoaderFunctionArgs } from "@remix-run/node";
import { only } from "~/http/guards";
import { organisationsTemplate } from "~/http/views/organisation-list";

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await only(args, "admin");
  return organisationsTemplate(locale);
}
