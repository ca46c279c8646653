import type { Locale } from "~/domain/kernel/locale";
import { download } from "./download";

/** Begins a table so that spreadsheets read it as UTF-8. */
const mark = "\uFEFF";

/** Rows gathered before they are sent: few enough to hold, many enough to be quick. */
const linesAtOnce = 200;

/**
 * A table as a download, sent while its rows are read: however long it is, a few hundred lines are held at a time. When
 * reading fails the line breaks off, so that a table that arrived whole is whole.
 */
export function csvResponse(locale: Locale, name: string, head: string[], rows: AsyncIterable<unknown[]>): Response {
  const lines = linesOf(head, rows);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      let text = "";
      for (let count = 0; count < linesAtOnce; count += 1) {
        const { value, done } = await lines.next();
        if (done) {
          if (text) stream.enqueue(encoder.encode(text));
          return stream.close();
        }
        text += value;
      }
      stream.enqueue(encoder.encode(text));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Language": locale,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}.csv`,
      ...download,
    },
  });
}

async function* linesOf(head: string[], rows: AsyncIterable<unknown[]>): AsyncGenerator<string, void, undefined> {
  yield mark + lineOf(head);
  for await (const row of rows) yield lineOf(row);
}

function lineOf(cells: unknown[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

/** A cell that a spreadsheet would take for a formula stands behind an apostrophe: people choose their names themselves. */
function cellOf(value: unknown): string {
  const text = value instanceof Date ? value.toISOString() : String(value ?? "");
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
