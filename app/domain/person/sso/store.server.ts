import { randomUUID } from "node:crypto";
import type { Role } from "~/domain/kernel/actor";
import { now } from "~/platform/clock";
import { db, type Prisma } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { tell } from "../notice/store.server";
import { alone, isClosed } from "../people/store.server";

export type Named = { issuer: string; subject: string };

/** Whose identity it is; null: nobody's. */
export async function ownerOf({ issuer, subject }: Named): Promise<{ id: string; personId: string } | null> {
  const where = { issuer_subject: { issuer, subject } };
  return db().identity.findUnique({ where, select: { id: true, personId: true } });
}

export async function listOf(personId: string) {
  const select = { id: true, provider: true, label: true, createdAt: true, usedAt: true } as const;
  return db().identity.findMany({ where: { personId }, select, orderBy: { createdAt: "asc" } });
}

type New = Named & { personId: string; provider: string; label: string };

/** Links an identity to an account, and tells its holder; false where it is linked already, to this account or another. */
export async function link(made: New): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const data = [{ id: randomUUID(), ...made, createdAt: now() }];
    const { count } = await tx.identity.createMany({ data, skipDuplicates: true });
    if (count === 0) return false;
    await say(tx, made.personId, "person.link_identity", made.provider);
    await tell(tx, made.personId, "identity");
    return true;
  });
}

/** Ends the link of an identity with its account, and tells its holder; false: there is none. */
export async function unlink(personId: string, id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const found = await tx.identity.findFirst({ where: { id, personId } });
    const { count } = await tx.identity.deleteMany({ where: { id, personId } });
    if (!found || count === 0) return false;
    await end(tx, personId, found.provider, [], now());
    await say(tx, personId, "person.unlink_identity", found.provider);
    await tell(tx, personId, "identity_off");
    return true;
  });
}

function say(
  tx: Prisma.TransactionClient,
  id: string,
  deed: "person.link_identity" | "person.unlink_identity",
  provider: string,
) {
  return note(tx, { by: { id, part: "person" }, deed, reference: id, particulars: { provider } });
}

type Given = { role: Role; organisation: string };

/**
 * Has somebody hold, until a moment, the roles that a provider gives; those that it gave before and gives no more end.
 * What they hold otherwise stays as it is. False: the identity is linked no more.
 */
export async function giveRoles(
  identity: { id: string; personId: string },
  provider: string,
  roles: readonly Given[],
  until: Date,
): Promise<boolean> {
  const { id, personId } = identity;
  const at = now();
  const { count } = await db().identity.updateMany({ where: { id, personId }, data: { usedAt: at } });
  if (count === 0) return false;
  const given = await db().grant.count({ where: { personId, source: provider, ...openAt(at) } });
  // Most sign-ins change no right, and need not wait for those who do.
  if (roles.length === 0 && given === 0) return true;
  await alone(async (tx) => {
    await end(tx, personId, provider, roles, at);
    for (const { role, organisation } of roles)
      await giveOne(tx, { personId, role, organisation }, provider, until, at);
  });
  return true;
}

const openAt = (at: Date) => ({ OR: [{ until: null }, { until: { gt: at } }] });

async function giveOne(
  tx: Prisma.TransactionClient,
  wish: Given & { personId: string },
  provider: string,
  until: Date,
  at: Date,
): Promise<void> {
  if (await isClosed(tx, wish.organisation)) return;
  const rows = await tx.grant.findMany({ where: { ...wish, ...openAt(at) }, orderBy: { from: "asc" } });
  const [other] = rows.filter(({ source }) => source !== provider);
  if (other && other.from <= at) return;
  // What somebody here gives from a later day on takes over then.
  const last = other && other.from < until ? other.from : until;
  const held = rows.find(({ source }) => source === provider);
  if (held) await tx.grant.update({ where: { id: held.id }, data: { until: last } });
  else await tx.grant.create({ data: { ...wish, from: at, until: last, source: provider } });
  const { personId, ...role } = wish;
  const particulars = { ...role, provider, until: last.toISOString() };
  await note(tx, { by: { id: personId, part: "person" }, deed: "person.grant", reference: personId, particulars });
}

async function end(
  tx: Prisma.TransactionClient,
  personId: string,
  provider: string,
  kept: readonly Given[],
  at: Date,
): Promise<void> {
  const given = await tx.grant.findMany({ where: { personId, source: provider, ...openAt(at) } });
  for (const { id, role, organisation } of given) {
    if (kept.some((one) => one.role === role && one.organisation === organisation)) continue;
    await tx.grant.update({ where: { id }, data: { until: at } });
    const particulars = { role, ...(organisation && { organisation }), provider };
    await note(tx, {
      by: { id: personId, part: "person" },
      deed: "person.end_grant",
      reference: personId,
      particulars,
    });
  }
}
