import { faultsOf, sentOf, spoken, type Written } from "~/domain/intake/list";
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
const needed = ["name", "email", "kind", "session", "locale"] as const satisfies Column[];

/** What the heads of columns, kinds and languages are called in each language, folded, and the code of each. */
export type Vocabulary = Record<"head" | "kind" | "locale", ReadonlyMap<string, string>>;

export const columnsIn = ({ head }: Vocabulary) => ({ all: columns, needed, heads: head });

/** A day as people write it in tables, year first: 2027-2-6, 2027/02/06, 2027.2.6 or 2027年2月6日. */
function dayOf(value: string): string {
  const [, year, month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value) ?? [];
  return year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : value;
}

/** Reads a row as the form for one member would: words for kinds and languages have become codes, days 2027-02-06. */
export function readRow(written: Written<Column>, { kind, locale }: Vocabulary) {
  const sent = sentOf(written, {
    kind: (value) => kind.get(spoken(value)) ?? value,
    locale: (value) => locale.get(spoken(value)) ?? value,
    session: (value) => /^\D{0,8}(\d{1,2})\D{0,8}$/.exec(value)?.[1] ?? value,
    from: dayOf,
    until: dayOf,
  });
  const parsed = memberForm.safeParse(sent);
  if (parsed.success) return { ok: true as const, sent: parsed.data };
  return { ok: false as const, faults: faultsOf(written, parsed.error.issues, columns) };
}
