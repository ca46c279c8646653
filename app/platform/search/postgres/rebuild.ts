import { setTimeout as wait } from "node:timers/promises";
import type { PoolClient } from "pg";
import type { Prepared } from "../engine";
import { marksOf } from "./marks";
import { numbered } from "./numbers";
import { insertNext } from "./rows";
import { tiersOf } from "./tiers";

/** These are made when all rows are there, which takes a fraction of the time; with no list of late entries, that each search would read. */
const indexes = `
  CREATE INDEX search_next_tokens_idx ON search_next USING GIN (marks, tokens) WITH (fastupdate = off);
  CREATE INDEX search_next_newest_idx ON search_next ("updatedAt" DESC, weight DESC, key COLLATE "C");
  ANALYZE search_next`;

const swap = `
  DROP TABLE search_row;
  ALTER TABLE search_next RENAME TO search_row;
  ALTER INDEX search_next_pkey RENAME TO search_row_pkey;
  ALTER INDEX search_next_tokens_idx RENAME TO search_row_tokens_idx;
  ALTER INDEX search_next_newest_idx RENAME TO search_row_newest_idx`;

/**
 * Builds the index anew in a table of its own and puts it in the place of the old one: rows lie in it in the order in
 * which searches read them, and nothing of what was there before takes room. What a rebuild that broke off left behind
 * is swept away first. `finish` is called in the transaction of the swap.
 */
export async function rebuildRows(
  client: PoolClient,
  batches: AsyncIterable<Prepared[]>,
  finish: () => Promise<void>,
): Promise<void> {
  const { bounds, tierOf } = tiersOf();
  await client.query("DROP TABLE IF EXISTS search_next");
  await client.query(
    "CREATE TABLE search_next (LIKE search_row INCLUDING STORAGE, PRIMARY KEY (key)) WITH (toast_tuple_target = 512)",
  );
  await client.query(
    "ALTER TABLE search_next ALTER COLUMN tokens SET STATISTICS 0, ALTER COLUMN document SET STATISTICS 0",
  );
  for await (const documents of batches) {
    const numbers = await numbered(documents.map(marksOf), client);
    await insertNext(client, { documents, numbers }, documents.map(tierOf));
  }
  await client.query(`SET maintenance_work_mem = '256MB'; ${indexes}; RESET maintenance_work_mem`);
  await whenFree(() =>
    committed(client, async () => {
      await client.query(`SET LOCAL lock_timeout = '500ms'; ${swap}; DELETE FROM search_tier`);
      await client.query(
        `INSERT INTO search_tier (tier, weight, key) SELECT tier, weight, key FROM unnest($1::float[], $2::text[]) WITH ORDINALITY AS bound(weight, key, tier)`,
        [bounds.map(({ weight }) => weight), bounds.map(({ key }) => key)],
      );
      await finish();
    }),
  );
}

/** How often the swap is tried while something long, such as a backup, reads the old table: nobody waits behind it for more than half a second. */
const attempts = 600;

async function whenFree(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const locked = error instanceof Error && "code" in error && error.code === "55P03";
      if (!locked || attempt === attempts) throw error;
      await wait(1000);
    }
  }
}

export async function committed(client: PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query("BEGIN");
  try {
    await work();
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}
