import type { PoolClient } from "pg";
import { pool } from "../db/client";
import type { Prepared, SearchEngine } from "./engine";
import { current, matching } from "./postgres-matching";

/** Called inside the transaction of every change of the index, with the keys that changed, or `*` for all of them. */
export type Follow = (client: PoolClient, keys: string[]) => Promise<void>;

/** The engine in the portal's own database: tokens as a tsvector that no dictionary has touched. */
export function postgres(follow: Follow = async () => {}): SearchEngine {
  return {
    name: "postgres",

    async put(documents) {
      await inTransaction(async (client) => {
        await insert(client, documents, current);
        await follow(
          client,
          documents.map(({ key }) => key),
        );
      });
    },

    async remove(keys) {
      await inTransaction(async (client) => {
        await client.query(`DELETE FROM search_row WHERE key = ANY($1)`, [keys]);
        await follow(client, keys);
      });
    },

    async candidates(wanted) {
      const all = await matching(wanted, "&");
      if (all.total > 0 || wanted.groups.length < 2) return all;
      return matching(wanted, "|");
    },

    async byKeys(keys) {
      const { rows } = await pool().query<{ key: string; document: unknown }>(
        `SELECT key, document FROM search_row WHERE generation = ${current} AND key = ANY($1)`,
        [keys],
      );
      const found = new Map(rows.map((row) => [row.key, row.document]));
      return keys.flatMap((key) => (found.has(key) ? [found.get(key)] : []));
    },

    async rebuild(batches) {
      const client = await pool().connect();
      try {
        await client.query(`SELECT pg_advisory_lock(hashtext('qiaoqiao search rebuild'))`);
        const next = await startGeneration(client);
        for await (const documents of batches) await insert(client, documents, String(next));
        await committed(client, async () => {
          await client.query(
            `INSERT INTO search_generation (id, current) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET current = $1`,
            [next],
          );
          await client.query(`DELETE FROM search_row WHERE generation <> $1`, [next]);
          await follow(client, ["*"]);
        });
        await client.query("ANALYZE search_row");
      } finally {
        await client.query(`SELECT pg_advisory_unlock(hashtext('qiaoqiao search rebuild'))`).catch(() => {});
        client.release();
      }
    },

    async check() {
      await pool().query(`SELECT 1 FROM search_row LIMIT 1`);
    },
  };
}

async function inTransaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool().connect();
  try {
    await committed(client, () => work(client));
  } finally {
    client.release();
  }
}

async function committed(client: PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query("BEGIN");
  try {
    await work();
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

/** The number of a fresh generation; what a rebuild that broke off left behind is swept away first. */
async function startGeneration(client: PoolClient): Promise<number> {
  await client.query(`INSERT INTO search_generation (id, current) VALUES (1, 1) ON CONFLICT DO NOTHING`);
  await client.query(`DELETE FROM search_row WHERE generation <> ${current}`);
  const { rows } = await client.query<{ next: number }>(`SELECT current + 1 AS next FROM search_generation`);
  return rows[0]?.next ?? 1;
}

async function insert(client: PoolClient, documents: Prepared[], generation: string): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map(({ document, tokens, ...rest }) => ({ ...rest, document, tokens }));
  await client.query(
    `INSERT INTO search_row (generation, key, kind, function, places, year, state, weight, document, "updatedAt", tokens)
     SELECT coalesce(${generation}, 1), row->>'key', row->>'kind', row->>'function', ARRAY(SELECT jsonb_array_elements_text(row->'places')),
       (row->>'year')::int, row->>'state', (row->>'weight')::float, (row->'document')::json, (row->>'updatedAt')::timestamptz,
       array_to_tsvector(ARRAY(SELECT DISTINCT token FROM jsonb_array_elements_text(row->'tokens') AS token WHERE token <> ''))
     FROM jsonb_array_elements($1::jsonb) AS row
     ON CONFLICT (generation, key) DO UPDATE SET kind = excluded.kind, function = excluded.function, places = excluded.places, year = excluded.year,
       state = excluded.state, weight = excluded.weight, document = excluded.document, "updatedAt" = excluded."updatedAt", tokens = excluded.tokens`,
    [JSON.stringify(rows)],
  );
}
