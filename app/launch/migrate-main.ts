import { closeDb } from "~/platform/db/client";
import { seedContent } from "../../prisma/seed";
import { ensureDatabase } from "./database";
import { prepare } from "./up";

/** `npm run migrate`: brings the database to this version and loads the first content; run it before web and worker start. */
async function main(): Promise<void> {
  await ensureDatabase();
  await prepare();
  await seedContent();
  await closeDb();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
