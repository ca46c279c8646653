import type { LoaderFunctionArgs } from "@remix-run/node";
import { only } from "~/http/guards";
import { found } from "~/http/refuse";
import { journalTable } from "~/http/views/journal";

/** What a search of the journal finds, as a table to take along. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "auditor");
  const table = found(await journalTable(actor, new URL(args.request.url).searchParams, locale));
  return new Response(table, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="journal.csv"',
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cache-Control": "private, no-store",
    },
  });
}
