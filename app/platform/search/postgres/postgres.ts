import type { PoolClient } from "pg";
import { pool } from "../../db/client";
import type { SearchEngine } from "../engine";
import { marksOf } from "./marks";
import { matching, newest } from "./matching";
import { numbered } from "./numbers";
import { committed, rebuildRows } from "./rebuild";
import { insertRows } from "./rows";

/** Called inside the transaction of every change of the index, with the keys that changed, or `*` for all of them. */
export type Follow = (client: PoolClient, keys: string[]) => Promise<void>;

/** The engine in the portal's own database: tokens as a tsvector that no dictionary has touched. */
export function postgres(follow: Follow = async () => {}): SearchEngine {
  return {
    name: "postgres",

    async put(documents) {
      const numbers = await numbered(documents.map(marksOf));
      await inTransaction(async (client) => {
        await insertRows(client, { documents, numbers });
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
      if (wanted.newest) return newest(wanted);
      const all = await matching(wanted, "&");
      if (all.total > 0 || wanted.every || wanted.groups.length < 2) return all;
      return matching(wanted, "|");
    },

    async byKeys(keys) {
      const { rows } = await pool().query<{ key: string; document: unknown }>(
        `SELECT key, document FROM search_row WHERE key = ANY($1)`,
        [keys],
      );
      const found = new Map(rows.map((row) => [row.key, row.document]));
      return keys.flatMap((key) => (found.has(key) ? [found.get(key)] : []));
    },

    async rebuild(batches) {
      await withClient(async (client) => {
        try {
          await client.query(`SELECT pg_advisory_lock(hashtext('qiaoqiao search rebuild'))`);
          await rebuildRows(client, batches, () => follow(client, ["*"]));
        } finally {
          await client.query(`SELECT pg_advisory_unlock(hashtext('qiaoqiao search rebuild'))`).catch(() => {});
        }
      });
    },

    async check() {
      await pool().query(`SELECT 1 FROM search_row LIMIT 1`);
    },
  };
}

function inTransaction(work: (client: PoolClient) => Promise<void>): Promise<void> {
  return withClient((client) => committed(client, () => work(client)));
}

async function withClient(work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool().connect();
  try {
    await work(client);
  } finally {
    client.release();
  }
}
