import type { LoaderFunctionArgs } from "@remix-run/node";
import { only } from "~/http/guards";
import { membersTemplate } from "~/http/views/member-list";

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await only(args, "committee");
  return membersTemplate(locale);
}
