import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import { closeDb } from "~/platform/db/client";
import { mirrorWholeSearch } from "~/platform/search/choose";
import { ensureDatabase } from "./database";

/** `npm run reindex`: builds the index of every search engine anew and swaps it in; searches go on meanwhile. */
async function main(): Promise<void> {
  await ensureDatabase();
  await rebuildSearch();
  await mirrorWholeSearch();
  await closeDb();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
