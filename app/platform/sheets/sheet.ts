/** What one cell of a table holds. A moment is written in Beijing time, which is eight hours ahead of UTC all year. */
export type Cell = string | number | Date | null;

/** A table to take along: how many rows there are to come, and the rows as they are read. */
export type Sheet = { title: string; head: string[]; total: number; rows: AsyncIterable<Cell[]> };

/** Text gathered before it goes on, in characters: enough to be quick, little enough to hold. */
const atOnce = 128 * 1024;

/** Beijing is so many milliseconds ahead of UTC. */
const eightHours = 8 * 3600 * 1000;

/** A moment moved so that what it says in UTC is what Beijing's clocks say. */
export function inBeijing(at: Date): Date {
  return new Date(at.getTime() + eightHours);
}

/** What a spreadsheet would take for a formula when it is typed: also the wide signs of Chinese keyboards, which some do. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text);
}

/** Text as UTF-8, some of it at a time. A half of a character stands as U+FFFD. */
export async function* bytesOf(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let gathered = "";
  for await (const text of texts) {
    gathered += text;
    if (gathered.length < atOnce) continue;
    yield Buffer.from(gathered.toWellFormed());
    gathered = "";
  }
  if (gathered) yield Buffer.from(gathered.toWellFormed());
}
