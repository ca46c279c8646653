import { open, type FileHandle } from "node:fs/promises";

/** More than the longest line that is looked up, and the end of the one before it; in bytes. */
const reach = 256;

type Line = { text: string; start: number; next: number };

/** The first line that starts at this place or after it. Null: there is none. Throws where a line is longer than `reach`. */
async function lineFrom(file: FileHandle, at: number): Promise<Line | null> {
  const from = Math.max(at - 1, 0);
  const { bytesRead, buffer } = await file.read(Buffer.alloc(2 * reach), 0, 2 * reach, from);
  const read = buffer.toString("latin1", 0, bytesRead);
  const atEnd = bytesRead < 2 * reach;
  const start = at === 0 ? 0 : read.indexOf("\n") + 1;
  const found = read.indexOf("\n", start);
  if ((found < 0 || (start === 0 && at > 0)) && !atEnd) throw new Error(`A line at byte ${from} is too long.`);
  if ((start === 0 && at > 0) || start >= read.length) return null;
  const end = found < 0 ? read.length : found;
  return { text: read.slice(start, end).trimEnd(), start: from + start, next: from + end + 1 };
}

/** Does something with an opened file and closes it whatever happens. */
async function withFile<T>(path: string, work: (file: FileHandle, size: number) => Promise<T>): Promise<T> {
  const file = await open(path);
  try {
    return await work(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

/**
 * Whether a line of a file begins with this text, where the lines stand in the order of what they begin with. A file of
 * any size takes the same little memory: it is halved, not read. Throws what the system says of a file it cannot read.
 */
export function hasLine(path: string, beginning: string): Promise<boolean> {
  return withFile(path, async (file, size) => {
    let [low, high] = [0, size];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const line = await lineFrom(file, middle);
      const head = line?.text.slice(0, beginning.length).toUpperCase() ?? "";
      if (head === beginning) return true;
      if (line && line.start < high && head < beginning) low = line.next;
      else high = middle;
    }
    return false;
  });
}

/** Lines from all over a file, first to last: enough to tell its form and order without reading it. */
export function linesAcross(path: string, count: number): Promise<string[]> {
  return withFile(path, async (file, size) => {
    const places = Array.from({ length: count }, (_, at) => Math.floor((size / count) * at));
    const lines = await Promise.all([...places, Math.max(size - reach, 0)].map((place) => lineFrom(file, place)));
    return lines.flatMap((line) => (line ? [line.text] : []));
  });
}
