import { pageNumber } from "./page";
import { plainWords } from "./words";

/** By which column a list is ordered, and whether from its end. */
export type Sort<Column extends string = string> = { by: Column; down: boolean };

/** What an address asks of a list: words to be found, an order, a page. */
export type Wish<Column extends string = string> = { words: string; sort: Sort<Column>; page: number };

const wordsMost = 80;

/**
 * Reads what an address asks of a list. `sort=-since` is by `since`, from its end; what is no column is left out. Of two
 * lists on one page one has a prefix to its names.
 */
export function wishOf<Column extends string>(
  query: URLSearchParams,
  columns: readonly Column[],
  usual: Sort<NoInfer<Column>>,
  prefix = "",
): Wish<Column> {
  const sort = query.get(`${prefix}sort`) ?? "";
  const down = sort.startsWith("-");
  const by = columns.find((column) => column === (down ? sort.slice(1) : sort));
  return {
    words: plainWords(query.get(`${prefix}q`) ?? "").slice(0, wordsMost),
    sort: by ? { by, down } : usual,
    page: pageNumber(query.get(`${prefix}page`)),
  };
}

/** The same address with another order, or the same order turned about; its first page. */
export function sortedBy(query: string, column: string, now: Sort, prefix = ""): string {
  const next = new URLSearchParams(query);
  next.set(`${prefix}sort`, now.by === column && !now.down ? `-${column}` : column);
  next.delete(`${prefix}page`);
  return `?${next}`;
}

/** The same address at another page. */
export function atPage(query: string, number: number, prefix = ""): string {
  const next = new URLSearchParams(query);
  next.set(`${prefix}page`, String(number));
  return `?${next}`;
}

/** Each row of a list as something else, as it is read. */
export async function* each<Row, Made>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  make: (row: Row) => Made,
): AsyncGenerator<Made> {
  for await (const row of rows) yield make(row);
}
