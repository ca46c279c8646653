import type { LoaderFunctionArgs } from "@remix-run/node";
import { only } from "~/http/guards";
import { found } from "~/http/refuse";
import { journalTable } from "~/http/views/journal";

/** What a search of the journal finds, as a table to take along. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "auditor");
  return found(await journalTable(actor, new URL(args.request.url).searchParams, locale));
}
