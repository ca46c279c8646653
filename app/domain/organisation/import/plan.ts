import { faultsOf, sentOf, spoken, type RowFault, type Written } from "~/domain/intake/list";
import { organisationForm } from "../form";
import { isAlike, isCircle, type New, type Organisation } from "../organisation";

/** The columns of a list of organisations, in the order of a template. */
export const columns = [
  "slug",
  "kind",
  "nameHans",
  "nameHant",
  "nameEn",
  "namePt",
  "parent",
  "email",
  "phone",
] as const;
export type Column = (typeof columns)[number];

const needed = ["slug", "kind", "nameHans", "nameHant", "nameEn", "namePt"] as const satisfies Column[];

/** What the heads of columns and kinds are called in each language, folded, and the code of each. */
export type Vocabulary = Record<"head" | "kind", ReadonlyMap<string, string>>;

export const columnsIn = ({ head }: Vocabulary) => ({ all: columns, needed, heads: head });

/** Reads a row as the form for one organisation would. */
export function readRow(written: Written<Column>, { kind }: Vocabulary) {
  const sent = sentOf(written, { kind: (value) => kind.get(spoken(value)) ?? value });
  const parsed = organisationForm.safeParse(sent);
  if (parsed.success) return { ok: true as const, sent: parsed.data };
  return { ok: false as const, faults: faultsOf(written, parsed.error.issues, columns) };
}

export type Read = { row: number; made: New };

/** What taking a list in does with one row. */
export type Step =
  | { what: "add" | "same"; row: number; made: New; fields: string[] }
  | { what: "change"; row: number; made: New; fields: string[]; version: number };

export type Plan = { steps: Step[]; faults: RowFault<Column>[] };

const nameColumns = { nameHans: "zh-Hans", nameHant: "zh-Hant", nameEn: "en", namePt: "pt" } as const;

/** Which columns of an organisation would be others than they are. */
function fieldsOf(before: Organisation, made: New): string[] {
  const names = columns.flatMap((column) => {
    const name = column in nameColumns ? Object.entries(nameColumns).find(([one]) => one === column)?.[1] : undefined;
    return name && before.names[name] !== made.names[name] ? [column] : [];
  });
  return [...names, ...(["parent", "email", "phone"] as const).filter((column) => before[column] !== made[column])];
}

/**
 * What taking a list in would do, and what stands against it: then nothing at all is done. An organisation may stand below
 * one of the same list, wherever that stands in it.
 */
export function planOf(read: readonly Read[], there: readonly Organisation[]): Plan {
  const [steps, faults]: [Step[], RowFault<Column>[]] = [[], []];
  const after = new Map<string, { slug: string; parent: string | null }>(there.map((one) => [one.slug, one]));
  for (const { made } of read) after.set(made.slug, made);
  const seen = new Set<string>();
  for (const { row, made } of read) {
    const before = there.find(({ slug }) => slug === made.slug);
    const above = there.find(({ slug }) => slug === made.parent);
    const against = (fault: string, column: Column, value: string) => faults.push({ row, column, fault, value });
    if (seen.has(made.slug)) against("twice_key", "slug", made.slug);
    else if (before?.closedAt || (before && before.kind !== made.kind)) against("known_key", "slug", made.slug);
    else if (made.parent !== null && (!after.has(made.parent) || above?.closedAt))
      against("circle", "parent", made.parent);
    else if (isCircle(made.slug, made.parent, [...after.values()])) against("circle", "parent", made.parent ?? "");
    else if (!before) steps.push({ what: "add", row, made, fields: [] });
    else if (isAlike(before, made)) steps.push({ what: "same", row, made, fields: [] });
    else steps.push({ what: "change", row, made, fields: fieldsOf(before, made), version: before.version });
    seen.add(made.slug);
  }
  return { steps, faults };
}

/** By what a plan is known: another one where anything of what it would do is another. */
export function signsOf({ steps }: Plan): string {
  return JSON.stringify(steps);
}
