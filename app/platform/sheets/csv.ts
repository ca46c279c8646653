import { bytesOf, inBeijing, looksLikeFormula, type Cell, type Sheet } from "./sheet";

/** Begins a table so that spreadsheets read it as UTF-8. */
const mark = "\uFEFF";

/** A table as comma-separated values (RFC 4180), made while its rows are read. */
export function csv(sheet: Sheet): AsyncGenerator<Uint8Array> {
  return bytesOf(lines(sheet));
}

async function* lines({ head, rows }: Sheet): AsyncGenerator<string> {
  yield mark + lineOf(head);
  for await (const row of rows) yield lineOf(row);
}

function lineOf(cells: Cell[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

/** Text that a spreadsheet would take for a formula stands behind an apostrophe: people choose their names themselves. */
function cellOf(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = value instanceof Date ? inBeijing(value).toISOString().replace("Z", "+08:00") : value;
  const plain = looksLikeFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
