import { seedContent } from "../../prisma/seed";
import { seedDemoPeople } from "../../prisma/seed-people";
import { closeDb } from "~/platform/db/client";
import type { Embedded } from "~/platform/db/embedded";
import { ensureDatabase } from "./database";
import { prepare } from "./up";

/** Makes the database ready for `npm run dev`: started, migrated, filled. */
export async function prepareDevelopment(): Promise<Embedded | null> {
  const embedded = await ensureDatabase();
  await prepare();
  await seedContent();
  await seedDemoPeople();
  await closeDb();
  return embedded;
}
