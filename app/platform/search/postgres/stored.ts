import { pool } from "../../db/client";
import type { Prepared } from "../engine";
import { markedBy } from "./marks";

const columns = `key, weight, marks, "updatedAt", tsvector_to_array(tokens) AS tokens, document`;
type Row = Pick<Prepared, "key" | "weight" | "tokens" | "document"> & { marks: string[]; updatedAt: Date };
const prepared = ({ marks, updatedAt, ...row }: Row): Prepared => ({
  ...row,
  ...markedBy(marks),
  updatedAt: updatedAt.toISOString(),
});

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
