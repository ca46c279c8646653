import { data } from "@remix-run/node";
import type { Person } from "~/domain/kernel/actor";
import { locales, type Locale } from "~/domain/kernel/locale";
import { columns, columnsOf, spoken, type Vocabulary } from "~/domain/membership/import/columns";
import { lookAtList, rowsMost, takeList, type ListFault, type Looked } from "~/domain/membership/import/import.server";
import { kinds } from "~/domain/membership/member";
import { faultOf, type FormFaults } from "~/http/form/form";
import { download } from "~/http/machine/download";
import { valueOf } from "~/http/refuse";
import { words } from "~/platform/i18n/i18n";
import { readTable, type Encoding } from "~/platform/sheets/read";

/** The most that a file may hold, in bytes. */
export const listMost = 1024 * 1024;

/** What a list would change, with the rows to be taken in: the page carries them, so that no file is chosen twice. */
export type Seen = FormFaults & {
  looked: { rows: string; encoding: Encoding | null; changed: boolean; result: Looked | ListFault } | null;
};
type Answer = { taken: { added: number; changed: number } } | Seen;

const nothing = { faults: {}, typed: {} };

/** What a form that brings a list of members comes to: a look at it, or the list taken in. */
export async function bringList(actor: Person, form: FormData): Promise<Answer> {
  const rows = form.get("rows");
  return typeof rows === "string" ? take(actor, rows, form) : look(actor, form.get("file"));
}

async function look(actor: Person, file: FormDataEntryValue | null): Promise<Seen> {
  const wrong = (fault: string) => ({ ...faultOf("file", fault, new FormData()), looked: null });
  if (!(file instanceof File) || file.size === 0) return wrong("required");
  if (file.size > listMost) return wrong("file_too_large");
  const known = (head: readonly string[]) => columnsOf(head, vocabulary()).filter(Boolean).length;
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), rowsMost + 1, known);
  if (!table) return wrong("no_table");
  const result = valueOf(await lookAtList(actor, table.rows, vocabulary()));
  return { ...nothing, looked: { ...table, rows: JSON.stringify(table.rows), changed: false, result } };
}

async function take(actor: Person, text: string, form: FormData): Promise<Answer> {
  const rows = rowsIn(text);
  if (!rows) throw new Response(null, { status: 422 });
  const wish = { seen: String(form.get("seen")), invites: form.get("invites") === "yes" };
  const taken = await takeList(actor, rows, vocabulary(), wish);
  if (taken.ok) return { taken: taken.value };
  if (taken.reason === "forbidden") return { taken: valueOf(taken) };
  const result = valueOf(await lookAtList(actor, rows, vocabulary()));
  return { ...nothing, looked: { rows: text, encoding: null, changed: true, result } };
}

/** The rows that a page carried; null where somebody else wrote them. */
function rowsIn(text: string): string[][] | null {
  try {
    const rows: unknown = JSON.parse(text);
    const isRow = (row: unknown): row is string[] =>
      Array.isArray(row) && row.every((cell) => typeof cell === "string");
    return Array.isArray(rows) && rows.every(isRow) ? rows : null;
  } catch {
    return null;
  }
}

/** The page again, with what was found: faults are 422, and a list that another change has overtaken is 409. */
export function shown(seen: Seen) {
  const { looked } = seen;
  const faulty = !looked || "fault" in looked.result || looked.result.faults.length > 0;
  const status = faulty ? 422 : looked.changed ? 409 : 200;
  return data(seen, { status, headers: { "Cache-Control": "no-store" } });
}

/** A list without a row, to be filled in: its heads in this language, as CSV that spreadsheets read. */
export function templateOf(locale: Locale): Response {
  const t = words(locale, "membership");
  const head = columns.map((column) => t(`field.${column}`)).join(",");
  const name = encodeURIComponent(`${t("list.title")}.csv`);
  const headers = {
    ...download,
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="members.csv"; filename*=UTF-8''${name}`,
  };
  return new Response(`\uFEFF${head}\r\n`, { headers });
}

let known: Vocabulary | undefined;

/** What columns, kinds and languages are called in the four languages; each code is a name of itself. */
function vocabulary(): Vocabulary {
  known ??= {
    head: named(columns, (locale, column) => words(locale, "membership")(`field.${column}`)),
    kind: named(kinds, (locale, kind) => words(locale, "membership")(`kind.${kind}`)),
    locale: named(locales, (locale, language) => words(locale, "enquiry")(`language.${language}`)),
  };
  return known;
}

function named<Code extends string>(codes: readonly Code[], nameOf: (locale: Locale, code: Code) => string) {
  return new Map(
    codes.flatMap((code) =>
      [code, ...locales.map((locale) => nameOf(locale, code))].map((name) => [spoken(name), code] as const),
    ),
  );
}
