import { LRUCache } from "lru-cache";
import type { Pool } from "pg";
import { searchPool } from "../../db/client";

/** A row of the index as a search sees it: its key, and the mark that the database gives each version of a row. */
export type Seen = [key: string, version: string];

/** What the documents that are kept may take, in bytes: some thousands of them. */
const most = 48 * 1024 * 1024;

type Kept = { version: string; document: unknown; size: number };
const kept = new WeakMap<Pool, LRUCache<string, Kept>>();

function keptOf(pool: Pool): LRUCache<string, Kept> {
  const known = kept.get(pool) ?? new LRUCache<string, Kept>({ maxSize: most, sizeCalculation: ({ size }) => size });
  kept.set(pool, known);
  return known;
}

/**
 * The documents of these rows, in their order. The same few thousand documents answer most searches, and to read and
 * parse one takes longer than to find it: those that did not change since they were last read are handed out again, so
 * nobody may change them. A row that went meanwhile is left out.
 */
export async function documentsOf(rows: Seen[]): Promise<unknown[]> {
  const pool = searchPool();
  const known = keptOf(pool);
  const missing = rows.filter(([key, version]) => known.get(key)?.version !== version).map(([key]) => key);
  const read = new Map<string, unknown>();
  if (missing.length > 0) {
    const { rows: found } = await pool.query<{ key: string; version: string; document: string }>({
      name: "search documents",
      text: `SELECT key, xmin::text AS version, document::text FROM search_row WHERE key = ANY($1)`,
      values: [missing],
    });
    for (const { key, version, document } of found) {
      const parsed: unknown = JSON.parse(document);
      read.set(key, parsed);
      known.set(key, { version, document: parsed, size: document.length * 2 + 512 });
    }
  }
  return rows.flatMap(([key, version]) => {
    const document = read.get(key) ?? (known.peek(key)?.version === version ? known.peek(key)?.document : undefined);
    return document === undefined ? [] : [document];
  });
}
