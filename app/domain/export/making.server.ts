import { createHash, randomUUID } from "node:crypto";
import type { Person } from "~/domain/kernel/actor";
import type { Deed, Part } from "~/domain/kernel/deed";
import type { Locale } from "~/domain/kernel/locale";
import { personById } from "~/domain/person/person.server";
import { now } from "~/platform/clock";
import { dropFile, keepFile, newFileKey } from "~/platform/files/files";
import { comingFrom } from "~/platform/session/whence";
import { csv } from "~/platform/sheets/csv";
import type { Cell, Sheet } from "~/platform/sheets/sheet";
import { xlsx } from "~/platform/sheets/xlsx";
import { keptFor, type Format, type ListName } from "./export";
import { may } from "./policy";
import { openWish, sealPart } from "./sealed.server";
import * as store from "./store.server";

/** A list as it was at one moment, and what the journal says of its being taken: in which part, which deed, which codes. */
export type Taken = {
  sheet: Sheet;
  at: Date;
  part: Part;
  deed: Deed;
  particulars: Record<string, string>;
  close: () => Promise<void>;
};

/** How each list is opened for somebody; null: not for them, or the search is wrong. */
export type Lists = Record<ListName, (actor: Person, query: URLSearchParams, locale: Locale) => Promise<Taken | null>>;

const written: Record<Format, (sheet: Sheet) => AsyncGenerator<Uint8Array>> = { csv, xlsx };

/** Bytes of a file that are sealed, and so held, at once; and how often, in milliseconds, it is told how far a file is. */
const partSize = 1024 * 1024;
const toldEvery = 300;

/** Another run makes this file by now, or nobody wants it any more: this one leaves it alone. */
class Overtaken extends Error {}

/** A fault as the queue may keep it: where it happened, and none of the words that it may quote. */
function withoutWords(error: unknown): Error {
  const known = error instanceof Error ? error : new Error();
  const plain = new Error(`An export broke off (${"code" in known ? String(known.code) : known.name}).`);
  const frames = known.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  plain.stack = [`Error: ${plain.message}`, ...frames].join("\n");
  return plain;
}

/**
 * For the worker: makes the file of an export, from its first row, with what was true at one moment. Done anew after a worker
 * was killed in the middle, nothing of the first run is left in it; done again when it is whole, nothing happens.
 */
export async function makeExport(id: string, lists: Lists): Promise<void> {
  const run = randomUUID();
  const wish = await store.begin(id, run, now());
  if (!wish) return;
  try {
    const actor = await personById(wish.personId);
    const { query, ...whence } = openWish(id, wish.sealedWish);
    const allowed = actor !== null && may(actor, wish.list);
    const taken = allowed ? await lists[wish.list](actor, new URLSearchParams(query), wish.locale) : null;
    if (taken) await comingFrom(whence, () => write(wish, run, taken).finally(taken.close));
    else await store.end(id, run, "void");
  } catch (error) {
    if (error instanceof Overtaken) return;
    await store.end(id, run, "failed");
    throw withoutWords(error);
  }
}

async function write({ id, personId, list, format }: store.Kept, run: string, taken: Taken): Promise<void> {
  const told = { rows: 0, at: 0 };
  const hash = createHash("sha256");
  const tell = async (total?: number) => {
    told.at = performance.now();
    if (!(await store.progress(id, run, { rows: told.rows, ...(total !== undefined && { total }) })))
      throw new Overtaken();
  };
  await tell(taken.sheet.total);
  let size = 0;
  let number = 0;
  let gathered: Uint8Array[] = [];
  let waiting = 0;
  const keep = async () => {
    await keepPart(id, run, number, Buffer.concat(gathered));
    [gathered, waiting, number] = [[], 0, number + 1];
  };
  for await (const bytes of written[format]({ ...taken.sheet, rows: counted(taken.sheet.rows, told) })) {
    hash.update(bytes);
    gathered.push(bytes);
    size += bytes.byteLength;
    waiting += bytes.byteLength;
    if (waiting >= partSize) await keep();
    if (performance.now() - told.at > toldEvery) await tell();
  }
  if (waiting > 0) await keep();
  const readyAt = now();
  const expiresAt = new Date(readyAt.getTime() + keptFor);
  const whole = { rows: told.rows, size, sha256: hash.digest("hex"), asOf: taken.at, readyAt, expiresAt };
  const particulars = { ...taken.particulars, list, format, rows: told.rows };
  const line = { by: { id: personId, part: taken.part }, deed: taken.deed, reference: "", particulars };
  await store.finish(id, run, whole, line);
}

async function* counted(rows: AsyncIterable<Cell[]>, told: { rows: number }): AsyncGenerator<Cell[]> {
  for await (const row of rows) {
    told.rows += 1;
    yield row;
  }
}

/** Keeps one piece, sealed. What was kept for a file that is another run's by now is let go of again. */
async function keepPart(id: string, run: string, number: number, bytes: Uint8Array): Promise<void> {
  const key = newFileKey();
  if (!(await store.addPart(id, run, number, key))) throw new Overtaken();
  await keepFile(sealPart(id, run, number, bytes), key);
  if (await store.progress(id, run, {})) return;
  await dropFile(key);
  throw new Overtaken();
}
