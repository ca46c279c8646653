import { z } from "zod";
import { roles, type Role } from "~/domain/kernel/actor";
import { localized } from "~/domain/kernel/localized";
import { pageSize } from "~/domain/kernel/page";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { db, type Prisma } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import type { orders } from "./form";
import { isOpen, isValid, keepsAdministrator, meet, type Held, type Wish } from "../policy";

export type Search = { words: string; role: Role | null; order: (typeof orders)[number] };

const grant = z.object({
  id: z.string(),
  personId: z.string(),
  role: z.enum(roles),
  organisation: z.string().nullable(),
  from: z.date(),
  until: z.date().nullable(),
});
const fields = { id: true, name: true, email: true, locale: true, createdAt: true, grants: true } as const;
type Row = { id: string; name: string; email: string; locale: string; createdAt: Date; grants: unknown[] };

/** Somebody as an administrator sees them, with every role they hold, held or will hold. */
const personOf = ({ grants, ...row }: Row) => ({ ...row, grants: z.array(grant).parse(grants) });

function where({ words, role }: Search, at: Date): Prisma.PersonWhereInput {
  // Signs that stand for others in a pattern stand for themselves here.
  const has = { contains: words.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } as const;
  const valid = { from: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] };
  return {
    ...(words ? { OR: [{ name: has }, { email: has }, { nameLatin: has }] } : {}),
    ...(role ? { grants: { some: { role, ...valid } } } : {}),
  };
}

const ordered = {
  name: [{ name: "asc" }, { id: "asc" }],
  email: [{ email: "asc" }, { id: "asc" }],
  newest: [{ createdAt: "desc" }, { id: "asc" }],
} satisfies Record<Search["order"], Prisma.PersonOrderByWithRelationInput[]>;

export async function page(search: Search, number: number, at: Date) {
  const [rows, total] = await Promise.all([
    db().person.findMany({
      where: where(search, at),
      select: fields,
      orderBy: ordered[search.order],
      skip: (number - 1) * pageSize,
      take: pageSize,
    }),
    db().person.count({ where: where(search, at) }),
  ]);
  return { items: rows.map(personOf), number, size: pageSize, total };
}

/** The next people after one, in the order of their keys: for going through all of them. */
export async function after(search: Search, id: string | null, take: number, at: Date) {
  const rows = await db().person.findMany({
    where: { AND: [where(search, at), id ? { id: { gt: id } } : {}] },
    select: fields,
    orderBy: { id: "asc" },
    take,
  });
  return rows.map(personOf);
}

export async function find(id: string) {
  const row = await db().person.findUnique({ where: { id }, select: fields });
  return row && personOf(row);
}

/** Notes that an administrator looked at people: a list, one of them, or the list taken along. */
export async function noteLook(
  by: string,
  deed: "person.list" | "person.read" | "person.table",
  reference = "",
): Promise<void> {
  await note(db(), { by: { id: by, part: "admin" }, deed, reference });
}

export async function organisations() {
  const rows = await db().organisation.findMany({ orderBy: [{ kind: "asc" }, { slug: "asc" }] });
  return rows.map(({ slug, kind, names }) => ({ slug, kind, names: localized.parse(names) }));
}

/** How many hold a role for each organisation at this moment. */
export async function holders(at: Date): Promise<Map<string, number>> {
  const valid = { from: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] };
  const rows = await db().grant.groupBy({ by: ["organisation"], where: valid, _count: true });
  return new Map(rows.flatMap(({ organisation, _count }) => (organisation ? [[organisation, _count] as const] : [])));
}

/**
 * Gives a role. Where it is held or to be held in that time already, that time changes instead; a time that is over stays
 * as it was. Refused where nobody would be left to give any.
 */
export function give(wish: Wish & { personId: string }, by: string, at: Date): Promise<Result<string>> {
  const { personId, role, organisation, from, until } = wish;
  return alone(async (tx) => {
    const rows = await tx.grant.findMany({ where: { personId, role, organisation }, orderBy: { from: "asc" } });
    const [held, ...more] = z
      .array(grant)
      .parse(rows)
      .filter((one) => isOpen(one, at) && meet(one, wish));
    if (held && role === "admin" && until !== null && !(await leavesOne(tx, held.id, at))) return refuse("wrong_state");
    await tx.grant.updateMany({ where: { id: { in: more.map(({ id }) => id) } }, data: { until: at } });
    const { id } = held
      ? await tx.grant.update({ where: { id: held.id }, data: { from: sooner(held, from, at), until } })
      : await tx.grant.create({ data: { personId, role, organisation, from, until } });
    const times = { from: from.toISOString(), ...(until && { until: until.toISOString() }) };
    const particulars = { role, ...(organisation && { organisation }), ...times };
    await note(tx, { by: { id: by, part: "admin" }, deed: "person.grant", reference: personId, particulars });
    return done(id);
  });
}

/** Ends a role now; refused where nobody would be left to give any. */
export function end(held: Held, by: string, at: Date): Promise<Result<string>> {
  return alone(async (tx) => {
    if (held.role === "admin" && !(await leavesOne(tx, held.id, at))) return refuse("wrong_state");
    const now = await tx.grant.findUnique({ where: { id: held.id } });
    if (!now || !isOpen(now, at)) return refuse("conflict");
    await tx.grant.update({ where: { id: held.id }, data: { until: at } });
    const { role, organisation, personId } = held;
    const particulars = { role, ...(organisation && { organisation }) };
    await note(tx, { by: { id: by, part: "admin" }, deed: "person.end_grant", reference: personId, particulars });
    return done(held.id);
  });
}

/** Who holds a role now goes on holding it from when they did. */
function sooner(held: Held, from: Date, at: Date): Date {
  return isValid(held, at) && held.from < from ? held.from : from;
}

async function leavesOne(tx: Prisma.TransactionClient, changed: string, at: Date): Promise<boolean> {
  const all = await tx.grant.findMany({ where: { role: "admin" } });
  return keepsAdministrator(z.array(grant).parse(all), changed, at);
}

/** One change of rights at a time: two that each leave the other in place would together leave nobody. */
function alone<T>(change: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('grant'))`;
    return change(tx);
  });
}
