import { pool } from "../../db/client";
import type { Prepared } from "../engine";
import { markedBy } from "./marks";

const columns = `key, weight, marks, "updatedAt", document, tsvector_to_array(tokens) AS all,
  tsvector_to_array(ts_filter(tokens, '{a}')) AS names, tsvector_to_array(ts_filter(tokens, '{b}')) AS labels`;
type Row = Pick<Prepared, "key" | "weight" | "document"> & {
  marks: string[];
  updatedAt: Date;
  all: string[];
  names: string[];
  labels: string[];
};
function prepared({ marks, updatedAt, all, names, labels, ...row }: Row): Prepared {
  const elsewhere = new Set([...names, ...labels]);
  const tokens = { names, labels, text: all.filter((token) => !elsewhere.has(token)) };
  return { ...row, ...markedBy(marks), updatedAt: updatedAt.toISOString(), tokens };
}

/** What PostgreSQL's index holds now under a key, just as the other engine is to hold it; null for nothing. */
export async function storedDocument(key: string): Promise<Prepared | null> {
  const { rows } = await pool().query<Row>(`SELECT ${columns} FROM search_row WHERE key = $1`, [key]);
  return rows[0] ? prepared(rows[0]) : null;
}

/** All that PostgreSQL's index holds, in batches. */
export async function* storedDocuments(batch = 500): AsyncGenerator<Prepared[]> {
  for (let after = ""; ;) {
    const { rows } = await pool().query<Row>(
      `SELECT ${columns} FROM search_row WHERE key > $1 ORDER BY key LIMIT ${batch}`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(prepared);
    after = last.key;
  }
}

/** How many documents PostgreSQL's index holds. */
export async function storedCount(): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(`SELECT count(*)::int AS count FROM search_row`);
  return rows[0]?.count ?? 0;
}
