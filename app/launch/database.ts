import { join } from "node:path";
import { startEmbedded, type Embedded } from "~/platform/db/embedded";
import { env } from "~/platform/env";

/** Sees to it that DATABASE_URL names a running server: the given one, or the embedded one, which is started when needed. */
export async function ensureDatabase(): Promise<Embedded | null> {
  if (env().DATABASE_URL) return null;
  const embedded = await startEmbedded(join(env().DATA_DIR, "pg"));
  process.env.DATABASE_URL = embedded.url;
  env().DATABASE_URL = embedded.url;
  return embedded;
}
