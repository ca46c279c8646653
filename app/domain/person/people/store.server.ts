import { z } from "zod";
import { roles, type Role } from "~/domain/kernel/actor";
import type { Line } from "~/domain/kernel/deed";
import { localized } from "~/domain/kernel/localized";
import type { Wish as ListWish } from "~/domain/kernel/listing";
import type { Page } from "~/domain/kernel/page";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { db, type Prisma } from "~/platform/db/client";
import { anywhere, inOrder, pageOf, viewOf, type Listing, type View } from "~/platform/db/listing";
import { lock } from "~/platform/db/lock";
import { note } from "~/platform/journal/note";
import { isOpen, isValid, keepsAdministrator, meet, type Held, type Wish } from "../policy";

/** By which columns people are listed, and what the database calls them. */
const columns = { name: "p.name", email: "p.email", since: 'p."createdAt"' } as const;
export const sorts = ["name", "email", "since"] as const satisfies (keyof typeof columns)[];
export type Search = ListWish<(typeof sorts)[number]> & { role: Role | null };

/** Somebody in a list, with what they hold at that moment. */
export type Listed = {
  id: string;
  name: string;
  email: string;
  locale: string;
  createdAt: Date;
  /** Since when the account is disabled: what is held opens nothing. */
  disabledAt: Date | null;
  grants: { role: Role; organisation: string | null }[];
};

export const grant = z.object({
  id: z.string(),
  personId: z.string(),
  role: z.enum(roles),
  organisation: z.string().nullable(),
  from: z.date(),
  until: z.date().nullable(),
});
const fields = {
  id: true,
  name: true,
  email: true,
  locale: true,
  createdAt: true,
  disabledAt: true,
  grants: true,
} as const;
type Row = {
  id: string;
  name: string;
  email: string;
  locale: string;
  createdAt: Date;
  disabledAt: Date | null;
  grants: unknown[];
};

/** Somebody as an administrator sees them, with every role they hold, held or will hold. */
const personOf = ({ grants, ...row }: Row) => ({ ...row, grants: z.array(grant).parse(grants) });

/** The people that a search finds, with the roles that hold at this moment. */
function listing({ words, role, sort }: Search, at: Date): Listing {
  const held = `"grant" AS g WHERE g."personId" = p.id AND g."from" <= $4 AND (g.until IS NULL OR g.until > $4)`;
  return {
    columns: `p.id, p.name, p.email, p.locale, p."createdAt", p."disabledAt", (SELECT coalesce(json_agg(json_build_object(
      'role', g.role, 'organisation', g.organisation) ORDER BY g.role, g.organisation), '[]') FROM ${held}) AS grants`,
    from: `person AS p WHERE ($1 = '' OR p.name ILIKE $2 OR p.email ILIKE $2 OR p."nameLatin" ILIKE $2)
      AND ($3::text IS NULL OR EXISTS (SELECT FROM ${held} AND g.role = $3))`,
    order: `${inOrder(columns[sort.by], sort)}, p.id`,
    values: [words, anywhere(words), role, at],
  };
}

export function page(search: Search, at: Date): Promise<Page<Listed>> {
  return pageOf<Listed>(listing(search, at), search.page);
}

/** All of them, as it is at one moment. */
export function whole(search: Search, at: Date): Promise<View<Listed>> {
  return viewOf<Listed>(listing(search, at));
}

export async function find(id: string) {
  const row = await db().person.findUnique({ where: { id }, select: fields });
  return row && personOf(row);
}

/** How many sessions somebody has that have not run out. */
export async function countSessions(personId: string, at: Date): Promise<number> {
  return db().session.count({ where: { personId, expiresAt: { gt: at } } });
}

/** Notes that an administrator looked at people: a list, or one of them. */
export async function noteLook(
  by: string,
  deed: "person.list" | "person.read",
  reference = "",
  particulars: Record<string, string> = {},
): Promise<void> {
  await note(db(), { by: { id: by, part: "admin" }, deed, reference, particulars });
}

export async function organisations() {
  const rows = await db().organisation.findMany({ orderBy: [{ kind: "asc" }, { slug: "asc" }] });
  return rows.map(({ slug, kind, names, closedAt }) => ({
    slug,
    kind,
    names: localized.parse(names),
    open: closedAt === null,
  }));
}

/**
 * Gives a role. Where it is held or to be held in that time already, that time changes instead; a time that is over stays
 * as it was. Refused `wrong_state` where nobody would be left to give any, `invalid` where the organisation is closed.
 */
export function give(wish: Wish & { personId: string }, by: Line["by"], at: Date): Promise<Result<string>> {
  return alone((tx) => giveIn(tx, wish, by, at));
}

/**
 * The same within a change that does more, which goes on alone. What a provider of single sign-on had given is somebody's
 * here from now on: it is not the provider's to end.
 */
export async function giveIn(
  tx: Prisma.TransactionClient,
  wish: Wish & { personId: string },
  by: Line["by"],
  at: Date,
): Promise<Result<string>> {
  const { personId, role, organisation, from, until } = wish;
  if (await isClosed(tx, organisation)) return refuse("invalid");
  const rows = await tx.grant.findMany({ where: { personId, role, organisation }, orderBy: { from: "asc" } });
  const [held, ...more] = z
    .array(grant)
    .parse(rows)
    .filter((one) => isOpen(one, at) && meet(one, wish));
  if (held && role === "admin" && until !== null && !(await leavesOne(tx, held.id, at))) return refuse("wrong_state");
  await tx.grant.updateMany({ where: { id: { in: more.map(({ id }) => id) } }, data: { until: at } });
  const { id } = held
    ? await tx.grant.update({ where: { id: held.id }, data: { from: sooner(held, from, at), until, source: null } })
    : await tx.grant.create({ data: { personId, role, organisation, from, until } });
  const times = { from: from.toISOString(), ...(until && { until: until.toISOString() }) };
  const particulars = { role, ...(organisation && { organisation }), ...times };
  await note(tx, { by, deed: "person.grant", reference: personId, particulars });
  return done(id);
}

/** Ends a role now; refused where nobody would be left to give any. */
export function end(held: Held, by: Line["by"], at: Date): Promise<Result<string>> {
  return alone(async (tx) => {
    if (held.role === "admin" && !(await leavesOne(tx, held.id, at))) return refuse("wrong_state");
    const now = await tx.grant.findUnique({ where: { id: held.id } });
    if (!now || !isOpen(now, at)) return refuse("conflict");
    await tx.grant.update({ where: { id: held.id }, data: { until: at } });
    const over = { until: at, version: { increment: 1 } };
    await tx.membership.updateMany({ where: { grantId: held.id }, data: over });
    const { role, organisation, personId } = held;
    const particulars = { role, ...(organisation && { organisation }) };
    await note(tx, { by, deed: "person.end_grant", reference: personId, particulars });
    return done(held.id);
  });
}

/** Who holds a role now goes on holding it from when they did. */
function sooner(held: Held, from: Date, at: Date): Date {
  return isValid(held, at) && held.from < from ? held.from : from;
}

/** What administrators hold, held or will hold, but those whose account is disabled. */
export async function administrators(tx: Prisma.TransactionClient): Promise<Held[]> {
  const rows = await tx.grant.findMany({ where: { role: "admin", person: { disabledAt: null } } });
  return z.array(grant).parse(rows);
}

async function leavesOne(tx: Prisma.TransactionClient, changed: string, at: Date): Promise<boolean> {
  return keepsAdministrator(await administrators(tx), changed, at);
}

/** Whether an organisation was closed: no role is held for it any more. Asked where no other change of rights goes on. */
export async function isClosed(tx: Prisma.TransactionClient, slug: string | null): Promise<boolean> {
  if (slug === null) return false;
  return (await tx.organisation.count({ where: { slug, closedAt: { not: null } } })) > 0;
}

/** One change of rights at a time: two that each leave the other in place would together leave nobody. */
export function alone<T>(change: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await lock(tx, "grant");
    return change(tx);
  });
}
