import { isKey } from "~/domain/kernel/key";
import { each } from "~/domain/kernel/listing";
import { db, pool, type Prisma } from "~/platform/db/client";
import { viewOf, type View } from "~/platform/db/listing";
import { note } from "~/platform/journal/note";
import type { Head, Row } from "./chain.server";
import { codesOf, momentsOf, type Cursor, type Entry, type Named, type Search } from "./journal";

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

/**
 * One page, newest or oldest first, with whether there are newer and older lines. `search.actor` is an account's number.
 */
export async function page(search: Search, cursor: Cursor) {
  const forward = cursor ? "after" in cursor : search.order === "oldest";
  const rows = await some(whereOf(search, cursor), forward ? "asc" : "desc", pageLines + 1);
  const more = rows.length > pageLines;
  const lines = await named(rows.slice(0, pageLines));
  const turned = forward === (search.order === "oldest") ? lines : lines.toReversed();
  const begun = cursor !== null;
  return { lines: turned, newer: forward ? more : begun, older: forward ? begun : more };
}

const lineColumns = `j.seq::text, j.at, j."actorId", j."actorRole" AS part, j.verb, j.kind, j.reference, j.network, j.country,
  j.particulars, encode(j.hash, 'hex') AS hash, p.name`;

/** All lines of a search as they are at one moment. */
export async function whole(search: Search): Promise<View<Named>> {
  const { from, before } = momentsOf(search);
  const view = await viewOf<Omit<Named, "seq"> & { seq: string }>({
    columns: lineColumns,
    from: `journal AS j LEFT JOIN person AS p ON p.id = j."actorId"
      WHERE ($1::uuid IS NULL OR j."actorId" = $1) AND ($2::text IS NULL OR j.verb = $2)
      AND ($3::text IS NULL OR j.reference = $3) AND ($4::timestamptz IS NULL OR j.at >= $4)
      AND ($5::timestamptz IS NULL OR j.at < $5)`,
    order: `j.seq ${search.order === "oldest" ? "ASC" : "DESC"}`,
    values: [search.actor, search.verb, search.reference, from, before].map((value) => value ?? null),
  });
  return {
    ...view,
    rows: each(view.rows, ({ seq, name, ...row }) => ({ ...row, seq: Number(seq), name: name || null })),
  };
}

/** Notes that an auditor looked at the journal, and what they looked for. */
export async function noteLook(actorId: string, search: Search): Promise<void> {
  const by = { id: actorId, part: "auditor" } as const;
  await note(db(), { by, deed: "journal.read", reference: "", particulars: codesOf(search) });
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
