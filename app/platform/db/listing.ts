import type { QueryResultRow } from "pg";
import type { Sort } from "~/domain/kernel/listing";
import { pageSize, type Page } from "~/domain/kernel/page";
import { ownLine, pool } from "./client";

/**
 * A list as SQL knows it. All of it is written by us: what somebody looks for stands in `values` alone. `order` ends in
 * something that no two rows share.
 */
export type Listing = { columns: string; from: string; order: string; values: unknown[] };

/** Rows that are read, and so held, at once when a whole list is gone through. */
const batch = 500;

/** Orders by a column, from its end or not. */
export function inOrder(column: string, { down }: Sort): string {
  return `${column} ${down ? "DESC" : "ASC"}`;
}

/** Signs that stand for others in a pattern stand for themselves: finds the words anywhere, by ILIKE. */
export function anywhere(words: string): string {
  return `%${words.replace(/[\\%_]/g, "\\$&")}%`;
}

/** One page of a list, and how many rows the list has. */
export async function pageOf<Row extends QueryResultRow>(
  { columns, from, order, values }: Listing,
  number: number,
): Promise<Page<Row>> {
  const place = `LIMIT ${pageSize} OFFSET ${(number - 1) * pageSize}`;
  const [{ rows }, total] = await Promise.all([
    pool().query<Row>(`SELECT ${columns} FROM ${from} ORDER BY ${order} ${place}`, values),
    pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM ${from}`, values),
  ]);
  return { items: rows, number, size: pageSize, total: total.rows[0]?.total ?? 0 };
}

/** A whole list as it was at one moment. Whoever opened it closes it. */
export type View<Row> = { at: Date; total: number; rows: AsyncGenerator<Row>; close: () => Promise<void> };

/**
 * Opens a list to be gone through from its first row to its last as it is at this moment, whatever is written
 * meanwhile: a transaction that sees one state of the database and changes nothing, and a cursor in it. The rows are read
 * a few hundred at a time.
 */
export async function viewOf<Row extends QueryResultRow>({
  columns,
  from,
  order,
  values,
}: Listing): Promise<View<Row>> {
  const client = await ownLine();
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    // Ends the transaction too, which has changed nothing.
    await client.end().catch(() => {});
  };
  async function* rows(): AsyncGenerator<Row> {
    for (;;) {
      const some = await client.query<Row>(`FETCH ${batch} FROM whole`);
      if (some.rows.length === 0) return;
      yield* some.rows;
    }
  }
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const counted = await client.query<{ at: Date; total: number }>(
      `SELECT clock_timestamp() AS at, count(*)::int AS total FROM ${from}`,
      values,
    );
    await client.query(`DECLARE whole NO SCROLL CURSOR FOR SELECT ${columns} FROM ${from} ORDER BY ${order}`, values);
    const { at = new Date(), total = 0 } = counted.rows[0] ?? {};
    return { at, total, rows: rows(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
