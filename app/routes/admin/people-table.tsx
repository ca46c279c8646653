import type { LoaderFunctionArgs } from "@remix-run/node";
import { only } from "~/http/guards";
import { peopleTable } from "~/http/views/people";

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  return peopleTable(actor, locale, new URL(args.request.url).searchParams);
}
