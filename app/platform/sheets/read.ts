import { downloadZip } from "client-zip";
import { parse } from "csv-parse/sync";
import { readSheet } from "read-excel-file/universal";
import { entriesOf } from "./unzip";

/** How the text of a table is written: Excel in mainland China saves CSV as GB18030, in Macao and Hong Kong as Big5. */
const encodings = ["utf-8", "utf-16le", "gb18030", "big5"] as const;
export type Encoding = (typeof encodings)[number];

/** A table: its rows as a program for tables numbers them, each cell as text. `encoding` is null for a workbook. */
export type Table = { rows: string[][]; encoding: Encoding | null };

/** What a workbook may hold unpacked, in bytes: some thousand rows are less than one million. */
const unpackedMost = 8 * 1024 * 1024;

/** How far a table may reach, and what it may hold: columns, signs of one cell, signs of all. More of a cell is cut off. */
export const bounds = { columns: 100, cell: 2000, signs: 2_000_000 };

/**
 * Reads a table from a workbook (XLSX, its first sheet) or from text with commas, semicolons or tabs. How the text is
 * written and parted nothing says: of the ways that fit, the one is taken in which `known` knows most of the first row.
 * At most `most` rows are read, and one more, so that more can be told. Null: it is no table, or holds more than any of ours.
 */
export async function readTable(
  bytes: Uint8Array,
  most: number,
  known: (head: readonly string[]) => number,
): Promise<Table | null> {
  const buffer = Buffer.from(bytes);
  if (buffer.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") return readWorkbook(buffer, most);
  const tables = encodings.flatMap((encoding) => {
    const text = decoded(buffer, encoding);
    return text === null ? [] : [",", ";", "\t"].flatMap((sign) => readText(text, sign, most, encoding));
  });
  const scored = tables.map((table) => ({ table, score: known(table.rows[0] ?? []) }));
  return scored.toSorted((one, other) => other.score - one.score)[0]?.table ?? null;
}

/** The rows within their bounds; null where all together hold more. */
function bounded(rows: string[][]): string[][] | null {
  const cut = rows.map((row) => row.slice(0, bounds.columns).map((cell) => cell.slice(0, bounds.cell + 1)));
  const signs = cut.reduce((sum, row) => row.reduce((own, cell) => own + cell.length, sum), 0);
  return signs > bounds.signs ? null : cut;
}

function decoded(bytes: Buffer, encoding: Encoding): string | null {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe;
  if (marked !== (encoding === "utf-16le")) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readText(text: string, delimiter: string, most: number, encoding: Encoding): Table[] {
  if (text.includes("\0")) return [];
  try {
    const options = { delimiter, to: most + 1, relax_column_count: true, skip_empty_lines: false };
    const rows = bounded(parse(text, options));
    return rows ? [{ rows: rows.map((row) => row.map((cell) => plain(cell))), encoding }] : [];
  } catch {
    return [];
  }
}

/** Without the mark by which our own tables keep a cell from being a formula. */
function plain(cell: string): string {
  return cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, "");
}

async function readWorkbook(zip: Buffer, most: number): Promise<Table | null> {
  const entries = entriesOf(zip, unpackedMost);
  if (!entries?.has("[Content_Types].xml") || [...entries.values()].some(reachesFar)) return null;
  // Packed anew from what was counted: the library sees nothing else.
  const files = [...entries].map(([name, bytes]) => ({ name, input: new Uint8Array(bytes) }));
  try {
    const rows = await readSheet(await downloadZip(files).arrayBuffer(), { trim: true });
    const cut = bounded(rows.slice(0, most + 1).map((row) => row.map(textOf)));
    return cut && { rows: cut, encoding: null };
  } catch {
    return null;
  }
}

const place = /<(?:\w+:)?(?:row|c)\b(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g;
const named = /\sr\s*=\s*["']([^"']*)["']/;

/**
 * Whether a file of a workbook names a row or cell beyond what a list of ours reaches. The library makes every row and
 * column up to there, so that one cell in the last corner would fill the memory of the process.
 */
function reachesFar(bytes: Buffer): boolean {
  for (const [tag] of bytes.toString("utf8").matchAll(place)) {
    const [, at] = named.exec(tag) ?? [];
    if (at !== undefined && !/^(?:A?[A-Z])?[1-9]\d{0,4}$/.test(at)) return true;
  }
  return false;
}

/** A cell as somebody would type it; a day as 2027-02-06. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}
