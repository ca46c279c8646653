import { z } from "zod";
import { locales } from "~/domain/kernel/locale";
import type { Line } from "~/domain/kernel/deed";
import { db, type Prisma } from "~/platform/db/client";
import { addJob } from "~/platform/jobs/jobs";
import { note } from "~/platform/journal/note";
import { formats, isUnderWay, lists, sameWithin, states } from "./export";

const shape = z.object({
  id: z.string(),
  personId: z.string(),
  list: z.enum(lists),
  format: z.enum(formats),
  locale: z.enum(locales),
  sealedWish: z.instanceof(Uint8Array),
  state: z.enum(states),
  run: z.string().nullable(),
  rows: z.number(),
  total: z.number().nullable(),
  size: z.bigint().transform(Number).nullable(),
  sha256: z.string().nullable(),
  askedAt: z.date(),
  asOf: z.date().nullable(),
  readyAt: z.date().nullable(),
  expiresAt: z.date(),
});
export type Kept = z.output<typeof shape>;

export type NewExport = {
  id: string;
  personId: string;
  list: string;
  format: string;
  locale: string;
  sealedWish: Uint8Array<ArrayBuffer>;
  wishHash: string;
  askedAt: Date;
  expiresAt: Date;
};

const underWay = { in: states.filter(isUnderWay) };

/** Keeps a wish with the job that fulfils it, and gives its key; a wish that is under way, or was just made, is the same one. */
export function ask(wish: NewExport): Promise<string> {
  const { personId, wishHash, askedAt } = wish;
  const just = { gt: new Date(askedAt.getTime() - sameWithin) };
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('export ' || ${wishHash}))`;
    const where = { personId, wishHash, expiresAt: { gt: askedAt }, OR: [{ state: underWay }, { askedAt: just }] };
    const same = await tx.export.findFirst({ where, select: { id: true }, orderBy: { askedAt: "desc" } });
    if (same) return same.id;
    await tx.export.create({ data: wish });
    await addJob(tx, "export.make", { id: wish.id }, `export:${wish.id}`);
    return wish.id;
  });
}

export async function find(id: string, personId: string, at: Date): Promise<Kept | null> {
  const row = await db().export.findFirst({ where: { id, personId, expiresAt: { gt: at } } });
  return row && shape.parse(row);
}

/** What somebody asked for and can still fetch or wait for, newest first. It lasts a day: there is no second page. */
export async function ofPerson(personId: string, at: Date): Promise<Kept[]> {
  const where = { personId, expiresAt: { gt: at } };
  const rows = await db().export.findMany({ where, orderBy: [{ askedAt: "desc" }, { id: "asc" }], take: 100 });
  return rows.map((row) => shape.parse(row));
}

/** Begins to make a file, from its first row: what an earlier run wrote is let go of. Null: there is nothing to make. */
export function begin(id: string, run: string, at: Date): Promise<Kept | null> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.export.updateMany({
      where: { id, state: underWay, expiresAt: { gt: at } },
      data: { run, state: "running", rows: 0, total: null },
    });
    if (count === 0) return null;
    await dropParts(tx, { exportId: id });
    return shape.parse(await tx.export.findUniqueOrThrow({ where: { id } }));
  });
}

/** Writes how far a run is. False: another one has taken its place, or nobody wants the file any more. */
export async function progress(id: string, run: string, far: { rows?: number; total?: number }): Promise<boolean> {
  const { count } = await db().export.updateMany({ where: { id, run, state: "running" }, data: { ...far, run } });
  return count > 0;
}

/** Writes down a piece before its bytes are kept, so that none is ever kept unknown. False: as for `progress`. */
export async function addPart(id: string, run: string, number: number, storageKey: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const open = await tx.$queryRaw<unknown[]>`
      SELECT 1 AS one FROM export WHERE id = ${id}::uuid AND run = ${run}::uuid AND state = 'running' FOR SHARE`;
    if (open.length > 0) await tx.exportPart.create({ data: { exportId: id, run, number, storageKey } });
    return open.length > 0;
  });
}

/** The keys of a file's pieces, in their order. */
export async function partsOf(id: string, run: string): Promise<string[]> {
  const rows = await db().exportPart.findMany({ where: { exportId: id, run }, orderBy: { number: "asc" } });
  return rows.map(({ storageKey }) => storageKey);
}

type Whole = { rows: number; size: number; sha256: string; asOf: Date; readyAt: Date; expiresAt: Date };

/** A file is whole: it can be fetched, and the journal says that it was made. False: as for `progress`. */
export function finish(id: string, run: string, { size, ...whole }: Whole, line: Line): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const data = { ...whole, size: BigInt(size), state: "ready", total: whole.rows };
    const { count } = await tx.export.updateMany({ where: { id, run, state: "running" }, data });
    if (count > 0) await note(tx, line);
    return count > 0;
  });
}

/** A try broke off, or nothing can be made of a wish. */
export async function end(id: string, run: string, state: "failed" | "void"): Promise<void> {
  await db().export.updateMany({ where: { id, run, state: "running" }, data: { state } });
}

/** Lets go of an export before its time. False: it is not theirs, or gone. */
export function remove(id: string, personId: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.export.deleteMany({ where: { id, personId } });
    if (count > 0) await dropParts(tx, { exportId: id });
    return count > 0;
  });
}

/** Lets go of what was kept long enough, and of pieces whose export is gone. */
export async function forget(at: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.export.deleteMany({ where: { expiresAt: { lte: at } } });
    const alone = await tx.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT "exportId"::text AS id FROM export_part
      WHERE NOT EXISTS (SELECT 1 FROM export WHERE export.id = "exportId")`;
    await dropParts(tx, { exportId: { in: alone.map(({ id }) => id) } });
  });
}

async function dropParts(tx: Prisma.TransactionClient, where: Prisma.ExportPartWhereInput): Promise<void> {
  const rows = await tx.exportPart.findMany({ where, select: { storageKey: true } });
  for (const { storageKey } of rows) await addJob(tx, "files.drop", { key: storageKey }, `file:${storageKey}`);
  await tx.exportPart.deleteMany({ where });
}
