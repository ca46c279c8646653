import { data } from "@remix-run/node";
import { rowsMost, type ListFault, type Looked, type Taken } from "~/domain/intake/list";
import type { Result } from "~/domain/kernel/refusal";
import { faultOf, type FormFaults } from "~/http/form/form";
import { download } from "~/http/machine/download";
import { valueOf } from "~/http/refuse";
import { bounds, readTable, type Encoding } from "~/platform/sheets/read";

/** The most that a file may hold, in bytes. */
const listMost = 1024 * 1024;

/** What a list would change, with the rows to be taken in: the page carries them, so that no file is chosen twice. */
export type Seen<Step> = FormFaults & {
  looked: { rows: string; encoding: Encoding | null; changed: boolean; result: Looked<Step> | ListFault } | null;
};

/** The room that a list is for: which heads it knows, what a list would change, and having it changed. */
export type Room<Step> = {
  known: (head: readonly string[]) => number;
  lookAt: (rows: string[][]) => Promise<Result<Looked<Step> | ListFault>>;
  take: (rows: string[][], wish: { seen: string; invites: boolean }) => Promise<Result<Taken>>;
};

const nothing = { faults: {}, typed: {} };

/** What a form that brings a list comes to: a look at it, or the list taken in. */
export async function bringList<Step>(form: FormData, room: Room<Step>): Promise<{ taken: Taken } | Seen<Step>> {
  const rows = form.get("rows");
  return typeof rows === "string" ? take(rows, form, room) : look(form.get("file"), room);
}

async function look<Step>(file: FormDataEntryValue | null, room: Room<Step>): Promise<Seen<Step>> {
  const wrong = (fault: string) => ({ ...faultOf("file", fault, new FormData()), looked: null });
  if (!(file instanceof File) || file.size === 0) return wrong("required");
  if (file.size > listMost) return wrong("file_too_large");
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), rowsMost + 1, room.known);
  if (!table) return wrong("no_table");
  const result = valueOf(await room.lookAt(table.rows));
  return { ...nothing, looked: { ...table, rows: JSON.stringify(table.rows), changed: false, result } };
}

async function take<Step>(text: string, form: FormData, room: Room<Step>): Promise<{ taken: Taken } | Seen<Step>> {
  const rows = rowsIn(text);
  if (!rows) throw new Response(null, { status: 422 });
  const taken = await room.take(rows, { seen: String(form.get("seen")), invites: form.get("invites") === "yes" });
  if (taken.ok || taken.reason === "forbidden") return { taken: valueOf(taken) };
  const result = valueOf(await room.lookAt(rows));
  return { ...nothing, looked: { rows: text, encoding: null, changed: true, result } };
}

/** The rows that a page carried, within the bounds of a table that was read; null where somebody else wrote them. */
function rowsIn(text: string): string[][] | null {
  try {
    const rows: unknown = JSON.parse(text);
    const isCell = (cell: unknown) => typeof cell === "string" && cell.length <= bounds.cell + 1;
    const isRow = (row: unknown): row is string[] =>
      Array.isArray(row) && row.length <= bounds.columns && row.every(isCell);
    return Array.isArray(rows) && rows.length <= rowsMost + 2 && rows.every(isRow) ? rows : null;
  } catch {
    return null;
  }
}

/** The page again, with what was found: faults are 422, and a list that another change has overtaken is 409. */
export function shown<Step>(seen: Seen<Step>) {
  const { looked } = seen;
  const faulty = !looked || "fault" in looked.result || looked.result.faults.length > 0;
  const status = faulty ? 422 : looked.changed ? 409 : 200;
  return data(seen, { status, headers: { "Cache-Control": "no-store" } });
}

/** A list without a row, to be filled in, as CSV that spreadsheets read. */
export function templateOf(head: readonly string[], title: string, name: string): Response {
  const headers = {
    ...download,
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="${name}.csv"; filename*=UTF-8''${encodeURIComponent(title)}.csv`,
  };
  return new Response(`\uFEFF${head.join(",")}\r\n`, { headers });
}
