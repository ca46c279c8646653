import type { Pool, PoolClient } from "pg";
import { pool } from "../../db/client";

/** How many hexadecimal digits a mark's number has where a row names it: more marks than all of China has villages. */
const digits = 5;

/** All marks that this process has met, by number and by text. */
type Known = { byNumber: string[]; byMark: Map<string, number> };
const known = new WeakMap<Pool, Known>();

function knownHere(): Known {
  const here = known.get(pool()) ?? { byNumber: [], byMark: new Map() };
  known.set(pool(), here);
  return here;
}

async function learn({ byNumber, byMark }: Known, line: Pool | PoolClient): Promise<void> {
  const { rows } = await line.query<{ id: number; mark: string }>(`SELECT id, mark FROM search_mark`);
  for (const { id, mark } of rows) {
    byNumber[id] = mark;
    byMark.set(mark, id);
  }
}

/**
 * Each row's marks as one text of numbers. New marks get theirs at once, outside of any transaction of the caller's:
 * others may name them too, and one that nobody bears harms nothing.
 */
export async function numbered(rows: string[][], line: Pool | PoolClient = pool()): Promise<string[]> {
  const here = knownHere();
  const unknown = new Set(rows.flat().filter((mark) => !here.byMark.has(mark)));
  if (unknown.size > 0) {
    await line.query(
      `INSERT INTO search_mark (mark) SELECT mark FROM unnest($1::text[]) AS mark
       WHERE mark NOT IN (SELECT mark FROM search_mark) ON CONFLICT DO NOTHING`,
      [[...unknown]],
    );
    await learn(here, line);
  }
  const numberOf = (mark: string) => (here.byMark.get(mark) ?? 0).toString(16).padStart(digits, "0");
  return rows.map((marks) => marks.map(numberOf).join(""));
}

/** How many rows bear each mark, from what `numbered` wrote of them all, one after the other. */
export async function countMarks(numbers: string): Promise<[mark: string, count: number][]> {
  const counts = new Map<number, number>();
  for (const number of eachOf(numbers)) counts.set(number, (counts.get(number) ?? 0) + 1);
  const { byNumber } = await knowing(counts.keys());
  return [...counts].flatMap(([number, count]) => {
    const mark = byNumber[number];
    return mark === undefined ? [] : [[mark, count]];
  });
}

/** The marks of each row, from what `numbered` wrote of it. */
export async function marksBy(rows: string[]): Promise<string[][]> {
  const all = rows.map((numbers) => [...eachOf(numbers)]);
  const { byNumber } = await knowing(all.flat());
  return all.map((numbers) => numbers.flatMap((number) => byNumber[number] ?? []));
}

/** What is known, after a look at the database when one of these numbers is not. */
async function knowing(numbers: Iterable<number>): Promise<Known> {
  const here = knownHere();
  for (const number of numbers) {
    if (here.byNumber[number] !== undefined) continue;
    await learn(here, pool());
    break;
  }
  return here;
}

/** Read digit by digit: a search reads tens of thousands. */
function* eachOf(numbers: string): Generator<number> {
  for (let at = 0; at < numbers.length; at += digits) {
    let number = 0;
    for (let digit = at; digit < at + digits; digit += 1) {
      const code = numbers.charCodeAt(digit);
      number = number * 16 + (code < 58 ? code - 48 : code - 87);
    }
    yield number;
  }
}
