import { z } from "zod";
import { roles, type Role } from "~/domain/kernel/actor";
import type { Deed, Line, Part } from "~/domain/kernel/deed";
import type { Wish } from "~/domain/kernel/listing";
import type { Page } from "~/domain/kernel/page";
import { done, orUndone, refuse, Undone, type Result } from "~/domain/kernel/refusal";
import { db, type Prisma } from "~/platform/db/client";
import { anywhere, inOrder, pageOf, viewOf, type Listing, type View } from "~/platform/db/listing";
import { note } from "~/platform/journal/note";
import { post, type Letter } from "~/platform/mail/mail";
import { tell } from "../notice/store.server";
import { takeMemberships } from "./membership-store.server";
import { alone, giveIn, grant, isClosed } from "../people/store.server";
import { mayGrant, scopeOfTeams, type Team } from "../policy";

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
  invitedById: z.string().nullable(),
  expiresAt: z.date(),
});
export type Invitation = z.output<typeof shape>;

/** So long, in milliseconds, the same offer by the same person is the one that was sent: a form sent twice is one letter. */
const same = 60_000;
export const sentTwiceSince = ({ createdAt }: { createdAt: Date }) => new Date(createdAt.getTime() - same);

/**
 * Keeps an invitation with the letter that brings it, and gives its key; one before it to the same address for the same role,
 * and all that ran out, go.
 */
export async function add(
  { invitation }: { invitation: NewInvitation },
  letter: Letter | null,
  { deed, part }: { deed: Deed; part: Part },
): Promise<string> {
  const { id, personId, email, role, organisation, invitedById, createdAt } = invitation;
  return alone(async (tx) => {
    const offer = { personId, email, role, organisation, invitedById };
    const since = { gt: sentTwiceSince(invitation) };
    const sent = await tx.invitation.findFirst({ where: { ...offer, createdAt: since } });
    if (sent && invitedById !== null) return sent.id;
    const over = [{ email, role, organisation }, { expiresAt: { lt: createdAt } }];
    await tx.invitation.deleteMany({ where: { OR: over } });
    await tx.invitation.create({ data: invitation });
    if (letter) await post(tx, letter);
    const particulars = { ...(role && { role }), ...(organisation && { organisation }) };
    await note(tx, { by: { id: invitedById, part }, deed, reference: personId ?? id, particulars });
    return id;
  });
}

/** By which columns open invitations are listed, and what the database calls them. */
const columns = { name: "i.name", email: "i.email", role: "i.role", until: 'i."expiresAt"' } as const;
export const sorts = ["name", "email", "role", "until"] as const satisfies (keyof typeof columns)[];
export type Search = Wish<(typeof sorts)[number]>;

/** An invitation to an account that nobody has taken up yet. */
export type Listed = Pick<Invitation, "id" | "name" | "email" | "role" | "organisation" | "expiresAt"> & {
  /** Whether the letter that brings it came back. */
  returned: boolean;
};

/** The key of the letter that brings an invitation. */
export const letterKey = (id: string) => `invitation:${id}`;

function listing({ words, sort }: Search, at: Date): Listing {
  return {
    columns: `i.id, i.name, i.email, i.role, i.organisation, i."expiresAt", coalesce(mail.state = 'returned', false) AS returned`,
    from: `invitation AS i LEFT JOIN mail ON mail."dedupeKey" = '${letterKey("")}' || i.id WHERE i."personId" IS NULL AND i."expiresAt" > $3
      AND ($1 = '' OR i.name ILIKE $2 OR i.email ILIKE $2)`,
    order: `${inOrder(columns[sort.by], sort)}, i.id`,
    values: [words, anywhere(words), at],
  };
}

/** One page of the invitations that hold at this moment. */
export function open(search: Search, at: Date): Promise<Page<Listed>> {
  return pageOf<Listed>(listing(search, at), search.page);
}

/** All of them. */
export function allOpen(search: Search, at: Date): Promise<View<Listed>> {
  return viewOf<Listed>(listing(search, at));
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

/** Whose account an address is; null: nobody's. */
export async function accountOf(email: string): Promise<string | null> {
  return (await db().person.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;
}

export async function hasAccount(email: string): Promise<boolean> {
  return (await accountOf(email)) !== null;
}

/** Takes an invitation back, of those teams alone where some are named; false: there is none any more. */
export async function remove({ id, teams }: { id: string; teams?: Team[] }, by: Line["by"]): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.invitation.deleteMany({
      where: { id, personId: null, ...(teams && { OR: scopeOfTeams(teams) }) },
    });
    if (count > 0) await note(tx, { by, deed: "person.uninvite", reference: id });
    return count > 0;
  });
}

/** What an invitation offers, and to whose address; null where it is not there. */
export async function findOffer(id: string): Promise<Invitation | null> {
  const row = await db().invitation.findFirst({ where: { id, personId: null } });
  return row && shape.parse(row);
}

/**
 * Whether whoever offered a role could still give it, and not to themselves: with their right goes what they have offered
 * by it. What the committee or whoever runs the portal offers is asked of elsewhere.
 */
async function isStillGiven(
  tx: Prisma.TransactionClient,
  { invitedById, role, organisation, until }: Invitation,
  personId: string,
  at: Date,
): Promise<boolean> {
  if (invitedById === null || role === null || role === "member") return true;
  const own = await tx.grant.findMany({ where: { personId: invitedById, person: { disabledAt: null } } });
  return mayGrant(z.array(grant).parse(own), { role, organisation, from: at, until, personId }, at);
}

/** Uses an invitation up for the role that it brings to the account there is, whose address it was sent to. */
export async function accept(offer: Invitation, personId: string, at: Date): Promise<Result<string>> {
  const { id, email, role, organisation, from, until } = offer;
  const taking = alone(async (tx) => {
    if (!role || (until !== null && until <= at)) return refuse("invalid");
    if ((await tx.person.count({ where: { id: personId, email } })) === 0) return refuse("invalid");
    if (!(await isStillGiven(tx, offer, personId, at))) return refuse("invalid");
    const { count } = await tx.invitation.deleteMany({ where: { id, personId: null } });
    if (count === 0) return refuse("invalid");
    const by = { id: personId, part: "person" } as const;
    await note(tx, { by, deed: "person.take_up", reference: personId });
    if (role === "member") return done(await takeMemberships(tx, personId, email, at));
    const wish = { personId, role, organisation, from: from && from > at ? from : at, until };
    const given = await giveIn(tx, wish, by, at);
    // What was begun is undone, so that the invitation can be taken up once what stands against it is gone.
    if (!given.ok) throw new Undone(given);
    return given;
  });
  return orUndone(taking);
}

/**
 * Uses an invitation up and gives whose account it is: a new one with the role that comes with it, or the one there is,
 * with another password and no session. Refused where it was used meanwhile, or the address has an account by now.
 */
export async function takeUp(offer: Invitation, passwordHash: string, at: Date): Promise<Result<string>> {
  const { id, personId, email, name, locale, role, organisation, from, until } = offer;
  return alone(async (tx) => {
    // Whoever has an account by now takes the role with that one: nothing is used up.
    if (personId === null && (await tx.person.count({ where: { email } })) > 0) return refuse("invalid");
    if (await isClosed(tx, organisation)) return refuse("invalid");
    if (!(await isStillGiven(tx, offer, email, at))) return refuse("invalid");
    const { count } = await tx.invitation.deleteMany({ where: { id } });
    if (count === 0) return refuse("invalid");
    if (personId !== null) {
      await tx.person.update({ where: { id: personId }, data: { passwordHash } });
      await tx.session.deleteMany({ where: { personId } });
      await note(tx, { by: { id: personId, part: "person" }, deed: "person.change_password", reference: personId });
      await tell(tx, personId, "password");
      return done(personId);
    }
    // The role of a member comes from what the committee keeps, as it stands now.
    const given = role && role !== "member";
    const grants = given ? { create: { role, organisation, from: from && from > at ? from : at, until } } : {};
    const person = await tx.person.create({ data: { email, name, locale, passwordHash, grants } });
    await takeMemberships(tx, person.id, email, at);
    await note(tx, { by: { id: person.id, part: "person" }, deed: "person.take_up", reference: person.id });
    return done(person.id);
  });
}
