/** Signs at which spreadsheets take what follows for a formula: a cell that begins so is led in by an apostrophe. */
const formula = /^[=+\-@\t\r]/;

/** One cell of a CSV file (RFC 4180). */
function cell(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

const line = (cells: string[]) => `${cells.map(cell).join(",")}\r\n`;

/**
 * A table as a CSV file that spreadsheets open as UTF-8, made as it is sent: one batch of rows is held at a time, and
 * when the reader hangs up no more are read. A batch that fails breaks the file off, so that nobody takes it for whole.
 */
export function csvStream<Row>(
  head: string[],
  batches: AsyncIterable<Row[]>,
  cellsOf: (row: Row) => string[],
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const reading = batches[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${line(head)}`)),
      async pull(controller) {
        const next = await reading.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value.map((row) => line(cellsOf(row))).join("")));
      },
      async cancel() {
        await reading.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}
