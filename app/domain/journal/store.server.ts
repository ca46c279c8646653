import { isKey } from "~/domain/kernel/key";
import { db, pool, type Prisma } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import type { Head, Row } from "./chain.server";
import { momentsOf, type Cursor, type Entry, type Named, type Search } from "./journal";

/** Lines on one page. */
export const pageLines = 50;

/** Rows that are read at once, and so held at once, when the whole journal is gone through. */
const batch = 1000;

const columns = `seq::text, round(extract(epoch FROM at) * 1000)::bigint::text AS at, "actorId"::text, "actorRole",
  verb, kind, reference, network, country, particulars::text, encode(hash, 'hex') AS hash`;

/** The whole chain in order, in one view of it, however many rows bear one number. */
export async function* chain(): AsyncGenerator<Row[]> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await client.query(
      `DECLARE chain NO SCROLL CURSOR FOR SELECT ${columns} FROM journal ORDER BY journal.seq, journal.ctid`,
    );
    for (;;) {
      const { rows } = await client.query<Row>(`FETCH ${batch} FROM chain`);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await client.query("ROLLBACK").catch(() => {});
    client.release();
  }
}

export async function head(): Promise<Head> {
  const row = await db().journal.findFirst({ orderBy: { seq: "desc" }, select: { seq: true, hash: true } });
  return row ? { seq: Number(row.seq), hash: hex(row.hash) } : { seq: 0, hash: "" };
}

/** The account that an address or a number means: its number, or null where there is none. */
export async function accountOf(actor: string): Promise<string | null> {
  const known = actor.toLowerCase();
  if (isKey(known)) return known;
  const row = await db().person.findUnique({ where: { email: known }, select: { id: true } });
  return row?.id ?? null;
}

/** One page, newest first, with whether there are newer and older lines. `search.actor` is an account's number. */
export async function page(search: Search, cursor: Cursor) {
  const forward = cursor !== null && "after" in cursor;
  const rows = await some(whereOf(search, cursor), forward ? "asc" : "desc", pageLines + 1);
  const more = rows.length > pageLines;
  const lines = await named(forward ? rows.slice(0, pageLines).toReversed() : rows.slice(0, pageLines));
  return { lines, newer: forward ? more : cursor !== null, older: forward || more };
}

/** All lines of a search up to this one, oldest first, a batch at a time. */
export async function* all(search: Search, until: number): AsyncGenerator<Named[]> {
  for (let after = 0; ;) {
    const where = { AND: [whereOf(search, { after }), { seq: { lte: until } }] };
    const rows = await some(where, "asc", batch);
    const last = rows.at(-1);
    if (!last) return;
    yield await named(rows);
    after = last.seq;
  }
}

/** Notes that an auditor looked at the journal or took it along, and what they looked for. */
export async function noteUse(actorId: string, deed: "journal.read" | "journal.export", search: Search): Promise<void> {
  const particulars = Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  await note(db(), { by: { id: actorId, part: "auditor" }, deed, reference: "", particulars });
}

function whereOf(search: Search, cursor: Cursor): Prisma.JournalWhereInput {
  const { from, before } = momentsOf(search);
  return {
    ...(search.actor && { actorId: search.actor }),
    ...(search.verb && { verb: search.verb }),
    ...(search.reference && { reference: search.reference }),
    ...((from || before) && { at: { ...(from && { gte: from }), ...(before && { lt: before }) } }),
    ...(cursor && { seq: "before" in cursor ? { lt: cursor.before } : { gt: cursor.after } }),
  };
}

async function some(where: Prisma.JournalWhereInput, order: "asc" | "desc", take: number): Promise<Entry[]> {
  const rows = await db().journal.findMany({ where, orderBy: { seq: order }, take });
  return rows.map(({ seq, hash, actorRole, particulars, ...rest }) => ({
    ...rest,
    seq: Number(seq),
    part: actorRole,
    particulars: Object.fromEntries(Object.entries(particulars ?? {}).map(([name, value]) => [name, String(value)])),
    hash: hex(hash),
  }));
}

async function named(entries: Entry[]): Promise<Named[]> {
  const ids = [...new Set(entries.flatMap(({ actorId }) => actorId ?? []))];
  const rows = await db().person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return entries.map((entry) => ({ ...entry, name: (entry.actorId && names.get(entry.actorId)) || null }));
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
