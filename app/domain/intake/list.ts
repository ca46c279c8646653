import { fold } from "~/domain/finding/fold";

/** The columns that a list may have, those without which nothing can be taken in, and what the heads of each are called. */
export type Columns<Column extends string> = {
  all: readonly Column[];
  needed: readonly Column[];
  heads: ReadonlyMap<string, string>;
};

/** So many rows may a list have. */
export const rowsMost = 1000;

/** Words as they are compared: in either script, whatever their case, width or marks. */
export function spoken(text: string): string {
  return fold(text).replace(/[\s()（）.*:：_-]/g, "");
}

/** Which column each place of the first row names; null where it names none, or one that stood before. */
export function columnsOf<Column extends string>(
  head: readonly string[],
  { all, heads }: Columns<Column>,
): (Column | null)[] {
  const found = head.map((cell) => {
    const named = heads.get(spoken(cell));
    return all.find((column) => column === named) ?? null;
  });
  return found.map((column, index) => (found.indexOf(column) === index ? column : null));
}

/** One row as it is written, by column, with its number as a program for tables shows it. */
export type Written<Column extends string> = { row: number; cells: Partial<Record<Column, string>> };

/** The rows below the head that hold anything. */
export function writtenOf<Column extends string>(
  rows: readonly string[][],
  columns: Columns<Column>,
): Written<Column>[] {
  const [head = [], ...below] = rows;
  const places = columnsOf(head, columns);
  return below.flatMap((row, index) => {
    const cells: Partial<Record<Column, string>> = {};
    places.forEach((column, place) => {
      if (column) cells[column] = (row[place] ?? "").trim();
    });
    return row.some((cell) => cell.trim() !== "") ? [{ row: index + 2, cells }] : [];
  });
}

/** A row as a form would send it, empty cells left out. `codes`: what turns the words of a column into what a form sends. */
export function sentOf<Column extends string>(
  { cells }: Written<Column>,
  codes: Partial<Record<string, (value: string) => string>>,
): Record<string, string> {
  const given = Object.entries<string | undefined>(cells).flatMap(([column, value]) =>
    value ? [[column, value] as const] : [],
  );
  return Object.fromEntries(given.map(([column, value]) => [column, codes[column]?.(value) ?? value]));
}

/** What is wrong in a row: in which column, and why, as a key of `form:error`. */
export type RowFault<Column extends string = string> = {
  row: number;
  column: Column | null;
  fault: string;
  value: string;
};

type Issue = { path: readonly PropertyKey[]; message: string };

/** What a form found wrong in a row: the first of each column, in the order of the columns. */
export function faultsOf<Column extends string>(
  { row, cells }: Written<Column>,
  issues: readonly Issue[],
  all: readonly Column[],
): RowFault<Column>[] {
  const faults = issues.map(({ path: [field], message }): RowFault<Column> => {
    const column = all.find((one) => one === field) ?? null;
    return { row, column, fault: message, value: (column && cells[column]) ?? "" };
  });
  const place = ({ column }: RowFault<Column>) => (column ? all.indexOf(column) : 0);
  return faults
    .filter((one, index) => faults.findIndex(({ column }) => column === one.column) === index)
    .toSorted((one, other) => place(one) - place(other));
}

/** What is wrong with a list as a whole, before any row is looked at. */
export type ListFault<Column extends string = string> =
  { fault: "no_rows" | "too_many_rows" } | { fault: "no_column"; column: Column };

export function faultOfList<Column extends string>(
  rows: readonly string[][],
  columns: Columns<Column>,
): ListFault<Column> | null {
  const present = columnsOf(rows[0] ?? [], columns);
  const missing = columns.needed.find((column) => !present.includes(column));
  if (missing) return { fault: "no_column", column: missing };
  if (rows.length - 1 > rowsMost) return { fault: "too_many_rows" };
  return writtenOf(rows, columns).length === 0 ? { fault: "no_rows" } : null;
}

/** What taking a list in would do, row by row, and what stands against it. `seen`: by what the plan is known. */
export type Looked<Step, Column extends string = string> = { steps: Step[]; faults: RowFault<Column>[]; seen: string };

/** How many records a list has added and changed. */
export type Taken = { added: number; changed: number };
