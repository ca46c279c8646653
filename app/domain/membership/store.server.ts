import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Deed } from "~/domain/kernel/deed";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { isOpen, meet } from "~/domain/person/policy";
import { prepareInvitation } from "~/domain/person/invitation/invitation.server";
import { db, type Prisma } from "~/platform/db/client";
import { env } from "~/platform/env";
import { note } from "~/platform/journal/note";
import { post } from "~/platform/mail/mail";
import { givenLetter } from "./letters";
import { changesOf, foldedOf, type Membership, type NewMember, type Profile } from "./member";
import { alone, giveRole } from "./role-store.server";
import { membership } from "./rows";

type Tx = Prisma.TransactionClient;

export async function find(id: string): Promise<Membership | null> {
  const row = await db().membership.findUnique({ where: { id } });
  return row && membership.parse(row);
}

/** What an account is a member as, and was, the latest first. */
export async function ofPerson(personId: string): Promise<Membership[]> {
  const rows = await db().membership.findMany({ where: { personId }, orderBy: { from: "desc" } });
  return z.array(membership).parse(rows);
}

/** Until when the invitation of a member to this address holds; null where none is open. */
export async function invitedUntil(email: string, at: Date): Promise<Date | null> {
  const where = { email, role: "member", personId: null, expiresAt: { gt: at } };
  return (await db().invitation.findFirst({ where, select: { expiresAt: true } }))?.expiresAt ?? null;
}

/** Whose account an address is; null: nobody's. */
export async function accountOf(email: string): Promise<string | null> {
  return (await db().person.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;
}

/** Notes that the committee looked at members: a list, or one of them. */
export async function noteLook(by: string, deed: "membership.list" | "membership.read", reference = ""): Promise<void> {
  await note(db(), { by: { id: by, part: "committee" }, deed, reference });
}

/** Adds a member; the same one sent again is the one there is. Refused as a conflict where the address has another term then. */
export function add(made: NewMember, by: string, at: Date): Promise<Result<string>> {
  return db().$transaction((tx) => addWithin(tx, made, by, at));
}

/** The same within a transaction that does more. */
export async function addWithin(tx: Tx, made: NewMember, by: string, at: Date): Promise<Result<string>> {
  await alone(tx);
  const rows = z.array(membership).parse(await tx.membership.findMany({ where: { email: made.email } }));
  const known = rows.find((one) => isOpen(one, at) && meet(one, made));
  if (known) return changesOf(known, made).length === 0 ? done(known.id) : refuse("conflict");
  return done(await enter(tx, made, { by, invites: true }, at));
}

/**
 * Writes a member down: with the role where there is an account, else, where `invites` says so, with an invitation to
 * one. Gives the key.
 */
export async function enter(
  tx: Tx,
  made: NewMember,
  { by, invites }: { by: string; invites: boolean },
  at: Date,
): Promise<string> {
  const id = randomUUID();
  const account = await tx.person.findUnique({ where: { email: made.email }, select: { id: true } });
  const grantId = account && (await giveRole(tx, account.id, null, made, at));
  const personId = account?.id ?? null;
  await tx.membership.create({ data: { ...made, id, personId, grantId, folded: foldedOf(made), createdAt: at } });
  if (personId) {
    await rename(tx, personId, made);
    const { email, locale } = made;
    await post(tx, givenLetter({ id, email, locale, portal: env().BASE_URL }));
  } else if (invites) await inviteTo(tx, made, by);
  const particulars = { kind: made.kind, session: made.session };
  await say(tx, by, "membership.add", id, particulars);
  return id;
}

async function inviteTo(tx: Tx, { email, name, locale }: NewMember, by: string): Promise<void> {
  const { invitation, letter, since } = prepareInvitation({ email, name, locale, role: "member", invitedById: by });
  const sent = { email, role: "member", invitedById: by, createdAt: { gt: since } };
  if ((await tx.invitation.count({ where: sent })) > 0) return;
  await tx.invitation.deleteMany({ where: { email, role: "member" } });
  await tx.invitation.create({ data: invitation });
  await post(tx, letter);
}

/** Invites somebody anew who has not taken their membership up. Refused where they have meanwhile, or it is over. */
export async function invite(id: string, by: string, at: Date): Promise<Result<string>> {
  return db().$transaction(async (tx) => {
    await alone(tx);
    const row = await tx.membership.findUnique({ where: { id } });
    if (!row || row.personId !== null || !isOpen(row, at)) return refuse("wrong_state");
    await inviteTo(tx, membership.parse(row), by);
    await say(tx, by, "membership.invite", id);
    return done(id);
  });
}

/**
 * Writes another profile over the version that was seen. Refused as a conflict where there is another version,
 * `invalid` where terms would meet, `wrong_state` where the membership is over.
 */
export async function change(id: string, seen: number, next: Profile, by: string, at: Date): Promise<Result<string>> {
  return db().$transaction(async (tx) => {
    await alone(tx);
    const row = await tx.membership.findUnique({ where: { id } });
    if (!row || !isOpen(row, at)) return refuse("wrong_state");
    const before = membership.parse(row);
    const changes = changesOf(before, next);
    if (changes.length === 0) return done(id);
    const others = await tx.membership.findMany({ where: { email: row.email, id: { not: id } } });
    if (row.version !== seen) return refuse("conflict");
    if (others.some((one) => isOpen(one, at) && meet(one, next))) return refuse("invalid");
    await changeWithin(tx, id, next, { by, fields: changes }, at);
    return done(id);
  });
}

/** Writes another profile within a transaction that has looked at what there is. `fields` are those that become others. */
export async function changeWithin(
  tx: Tx,
  id: string,
  next: Profile,
  { by, fields }: { by: string; fields: string[] },
  at: Date,
): Promise<void> {
  const { grantId, ...before } = await tx.membership.findUniqueOrThrow({ where: { id } });
  await write(tx, { ...membership.parse(before), grantId }, next, at);
  await say(tx, by, "membership.change", id, { fields: fields.join(":") });
}

async function write(tx: Tx, before: Membership & { grantId: string | null }, next: Profile, at: Date): Promise<void> {
  const { id, email, personId } = before;
  const grantId = personId && (await giveRole(tx, personId, before.grantId, next, at));
  const folded = foldedOf({ ...next, email });
  await tx.membership.update({ where: { id }, data: { ...next, grantId, folded, version: { increment: 1 } } });
  if (personId) await rename(tx, personId, next);
  else
    await tx.invitation.updateMany({
      where: { email, role: "member", personId: null },
      data: { name: next.name, locale: next.locale },
    });
}

/** Forgets the memberships that nobody took up and that were over by then; says so in the journal. */
export async function forgetUntaken(before: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.membership.deleteMany({ where: { personId: null, until: { lt: before } } });
    const by = { id: null, part: "system" } as const;
    if (count > 0) await note(tx, { by, deed: "membership.erase", reference: "", particulars: { count } });
  });
}

/**
 * Ends a membership at a moment; who has not taken it up is not invited any more. Again changes nothing. Refused `invalid`
 * where it ends sooner by itself.
 */
export async function end(id: string, until: Date, by: string, at: Date): Promise<Result<string>> {
  return db().$transaction(async (tx) => {
    await alone(tx);
    const row = await tx.membership.findUnique({ where: { id } });
    if (!row || !isOpen(row, at)) return refuse("wrong_state");
    if (row.until?.getTime() === until.getTime()) return done(id);
    // Whoever ends a term does not prolong it: another one may follow.
    if (row.until !== null && until > row.until) return refuse("invalid");
    if (row.personId) await giveRole(tx, row.personId, row.grantId, { from: row.from, until }, at);
    else await tx.invitation.deleteMany({ where: { email: row.email, personId: null, role: "member" } });
    await tx.membership.update({ where: { id }, data: { until, version: { increment: 1 } } });
    await say(tx, by, "membership.end", id, { until: until.toISOString() });
    return done(id);
  });
}

/**
 * The committee knows how its members write their names, and in which language they read; what somebody is called who
 * serves others is not the committee's to say.
 */
async function rename(tx: Tx, id: string, { name, nameLatin, locale }: Profile): Promise<void> {
  if ((await tx.grant.count({ where: { personId: id, role: { not: "member" } } })) > 0) return;
  await tx.person.update({ where: { id }, data: { name, nameLatin, locale } });
}

async function say(tx: Tx, by: string, deed: Deed, reference: string, particulars = {}): Promise<void> {
  await note(tx, { by: { id: by, part: "committee" }, deed, reference, particulars });
}
