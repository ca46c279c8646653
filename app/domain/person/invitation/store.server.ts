import { z } from "zod";
import { roles, type Role } from "~/domain/kernel/actor";
import type { Deed } from "~/domain/kernel/deed";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { db } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { post, type Letter } from "~/platform/mail/mail";

export type NewInvitation = {
  id: string;
  tokenHash: string;
  personId: string | null;
  email: string;
  name: string;
  locale: string;
  role: Role | null;
  organisation: string | null;
  from: Date | null;
  until: Date | null;
  invitedById: string | null;
  createdAt: Date;
  expiresAt: Date;
};

const shape = z.object({
  id: z.string(),
  personId: z.string().nullable(),
  email: z.string(),
  name: z.string(),
  locale: z.string(),
  role: z.enum(roles).nullable(),
  organisation: z.string().nullable(),
  from: z.date().nullable(),
  until: z.date().nullable(),
  expiresAt: z.date(),
});
export type Invitation = z.output<typeof shape>;

/** Keeps an invitation with the letter that brings it; one before it to the same address, and all that ran out, go. */
export async function add(made: NewInvitation, letter: Letter | null, deed: Deed): Promise<void> {
  const { id, email, role, organisation, invitedById } = made;
  await db().$transaction(async (tx) => {
    await tx.invitation.deleteMany({ where: { OR: [{ email }, { expiresAt: { lt: made.createdAt } }] } });
    await tx.invitation.create({ data: made });
    if (letter) await post(tx, letter);
    const by = { id: invitedById, part: invitedById ? ("admin" as const) : ("system" as const) };
    const particulars = { ...(role && { role }), ...(organisation && { organisation }) };
    await note(tx, { by, deed, reference: made.personId ?? id, particulars });
  });
}

/** Invitations to an account that still hold at this moment, newest first. */
export async function open(at: Date): Promise<Invitation[]> {
  const where = { personId: null, expiresAt: { gt: at } };
  const rows = await db().invitation.findMany({ where, orderBy: { createdAt: "desc" }, take: 200 });
  return rows.map((row) => shape.parse(row));
}

/** Notes that an administrator looked at who is invited: names and addresses stand there. */
export async function noteLook(by: string): Promise<void> {
  const particulars = { state: "invited" };
  await note(db(), { by: { id: by, part: "admin" }, deed: "person.list", reference: "", particulars });
}

export async function findByToken(tokenHash: string, at: Date): Promise<Invitation | null> {
  const row = await db().invitation.findFirst({ where: { tokenHash, expiresAt: { gt: at } } });
  return row && shape.parse(row);
}

export async function hasAccount(email: string): Promise<boolean> {
  return (await db().person.count({ where: { email } })) > 0;
}

/** Takes an invitation back; false: there is none any more. */
export async function remove(id: string, by: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.invitation.deleteMany({ where: { id, personId: null } });
    if (count > 0) await note(tx, { by: { id: by, part: "admin" }, deed: "person.uninvite", reference: id });
    return count > 0;
  });
}

/**
 * Uses an invitation up and gives whose account it is: a new one with the role that comes with it, or the one there is,
 * with another password and no session. Refused where it was used meanwhile, or the address has an account by now.
 */
export async function takeUp(
  { id, personId, email, name, locale, role, organisation, from, until }: Invitation,
  passwordHash: string,
  at: Date,
): Promise<Result<string>> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.invitation.deleteMany({ where: { id } });
    const taken = personId === null && (await tx.person.count({ where: { email } })) > 0;
    if (count === 0 || taken) return refuse("invalid");
    if (personId !== null) {
      await tx.person.update({ where: { id: personId }, data: { passwordHash } });
      await tx.session.deleteMany({ where: { personId } });
      await note(tx, { by: { id: personId, part: "person" }, deed: "person.change_password", reference: personId });
      return done(personId);
    }
    const grants = role ? { create: { role, organisation, from: from && from > at ? from : at, until } } : {};
    const person = await tx.person.create({ data: { email, name, locale, passwordHash, grants } });
    await note(tx, { by: { id: person.id, part: "person" }, deed: "person.take_up", reference: person.id });
    return done(person.id);
  });
}
