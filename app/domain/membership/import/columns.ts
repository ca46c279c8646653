import { fold } from "~/domain/finding/fold";
import { memberForm } from "../form";

/** The columns of a list of members, in the order of a template; a list may have others, which are left out. */
export const columns = [
  "name",
  "nameLatin",
  "email",
  "kind",
  "session",
  "sector",
  "liaisonGroup",
  "locale",
  "from",
  "until",
] as const;
export type Column = (typeof columns)[number];

/** Those without which nothing can be taken in. */
export const needed = ["name", "email", "kind", "session", "locale"] as const satisfies Column[];

/** What the heads of columns, kinds and languages are called in each language, folded, and the code of each. */
export type Vocabulary = Record<"head" | "kind" | "locale", ReadonlyMap<string, string>>;

/** Words as they are compared: in either script, whatever their case, width or marks. */
export function spoken(text: string): string {
  return fold(text).replace(/[\s()（）.*:：_-]/g, "");
}

/** Which column each place of the first row names; null where it names none, or one that stood before. */
export function columnsOf(head: readonly string[], { head: heads }: Vocabulary): (Column | null)[] {
  const found = head.map((cell) => columns.find((column) => column === heads.get(spoken(cell))) ?? null);
  return found.map((column, index) => (found.indexOf(column) === index ? column : null));
}

/** One row as it is written, by column, with its number as a program for tables shows it. */
export type Written = { row: number; cells: Partial<Record<Column, string>> };

/** The rows below the head that hold anything. */
export function writtenOf(rows: readonly string[][], vocabulary: Vocabulary): Written[] {
  const [head = [], ...below] = rows;
  const places = columnsOf(head, vocabulary);
  return below.flatMap((row, index) => {
    const cells = places.flatMap((column, place) => (column ? [[column, (row[place] ?? "").trim()] as const] : []));
    return row.some((cell) => cell.trim() !== "") ? [{ row: index + 2, cells: Object.fromEntries(cells) }] : [];
  });
}

/** What is wrong in a row: in which column, and why, as a key of `form:error`. */
export type RowFault = { row: number; column: Column | null; fault: string; value: string };

/** A row as a form would send it: words for kinds and languages have become codes, days are written 2027-02-06. */
export function sentOf({ cells }: Written, { kind, locale }: Vocabulary): Record<string, string> {
  const given = Object.entries(cells).flatMap(([column, value]) => (value === "" ? [] : [[column, value] as const]));
  const codes: Partial<Record<string, (value: string) => string>> = {
    kind: (value) => kind.get(spoken(value)) ?? value,
    locale: (value) => locale.get(spoken(value)) ?? value,
    session: (value) => /^\D{0,8}(\d{1,2})\D{0,8}$/.exec(value)?.[1] ?? value,
    from: dayOf,
    until: dayOf,
  };
  return Object.fromEntries(given.map(([column, value]) => [column, codes[column]?.(value) ?? value]));
}

/** A day as people write it in tables, year first: 2027-2-6, 2027/02/06, 2027.2.6 or 2027年2月6日. */
function dayOf(value: string): string {
  const [, year, month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value) ?? [];
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : value;
}

/** Reads a row as the form for one member would. */
export function readRow(written: Written, vocabulary: Vocabulary) {
  const parsed = memberForm.safeParse(sentOf(written, vocabulary));
  if (parsed.success) return { ok: true as const, sent: parsed.data };
  const faults = parsed.error.issues.map(({ path: [field], message }): RowFault => {
    const column = columns.find((one) => one === field) ?? null;
    return { row: written.row, column, fault: message, value: (column && written.cells[column]) ?? "" };
  });
  return { ok: false as const, faults: faults.filter(isFirst).toSorted((one, other) => place(one) - place(other)) };
}

const place = ({ column }: RowFault) => (column ? columns.indexOf(column) : 0);

const isFirst = (one: RowFault, index: number, all: RowFault[]) =>
  all.findIndex(({ column }) => column === one.column) === index;
