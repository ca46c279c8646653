import { consentTo } from "~/domain/privacy/consent";
import type { Locale } from "~/domain/kernel/locale";
import { pageSize } from "~/domain/kernel/page";
import { done, orUndone, refuse, Undone, type Result } from "~/domain/kernel/refusal";
import { db } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { post, withdraw as takeOut, type Letter } from "~/platform/mail/mail";
import type { NewMember } from "../member";
import { addWithin } from "../store.server";

type NewClaim = {
  id: string;
  tokenHash: string;
  addressHash: string;
  sealed: Uint8Array<ArrayBuffer>;
  locale: string;
  createdAt: Date;
};
const itself = { id: null, part: "claimant" } as const;
const nothing = new Uint8Array();

export async function isKept(id: string): Promise<boolean> {
  return (await db().membershipClaim.count({ where: { id } })) > 0;
}

/**
 * Keeps a claim, with the letter that asks for a yes; one that is kept already stays as it is. `shown` is the language in
 * which the form asked for consent.
 */
export async function ask(made: NewClaim, shown: Locale, letter: Letter): Promise<void> {
  await db().$transaction(async (tx) => {
    const data = [{ ...made, state: "unconfirmed" }];
    if ((await tx.membershipClaim.createMany({ data, skipDuplicates: true })).count === 0) return;
    await tx.consent.create({ data: consentTo("claim", made.id, shown, made.createdAt) });
    await post(tx, letter);
    await note(tx, { by: itself, deed: "claim.ask", reference: made.id });
  });
}

export async function findByToken(tokenHash: string) {
  return db().membershipClaim.findUnique({ where: { tokenHash }, select: { id: true, state: true } });
}

/** Confirms the address of a claim; one from it that waits already makes room. Again changes nothing; false: there is none. */
export async function confirm(tokenHash: string, at: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const data = { state: "waiting", confirmedAt: at };
    const { count } = await tx.membershipClaim.updateMany({ where: { tokenHash, state: "unconfirmed" }, data });
    const row = await tx.membershipClaim.findUnique({ where: { tokenHash } });
    if (count === 0 || !row) return row !== null;
    const { id, addressHash } = row;
    await tx.membershipClaim.deleteMany({ where: { addressHash, state: "waiting", id: { not: id } } });
    await note(tx, { by: itself, deed: "claim.confirm", reference: id });
    return true;
  });
}

/** Forgets a claim that is not decided, for who made it; nothing to forget is no fault. */
export async function withdraw(tokenHash: string, at: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const open = { tokenHash, state: { in: ["unconfirmed", "waiting"] } };
    const row = await tx.membershipClaim.findFirst({ where: open, select: { id: true } });
    if (!row || (await tx.membershipClaim.deleteMany({ where: { ...open, id: row.id } })).count === 0) return;
    await tx.consent.updateMany({ where: { subject: "claim", subjectId: row.id }, data: { withdrawnAt: at } });
    await takeOut(tx, [`claim:${row.id}`]);
    await note(tx, { by: itself, deed: "claim.withdraw", reference: row.id });
  });
}

/** One page of the claims in a state, those that have waited longest first. */
export async function page(state: string, number: number) {
  const where = { state };
  const [items, total] = await Promise.all([
    db().membershipClaim.findMany({
      where,
      orderBy: [{ confirmedAt: "asc" }, { id: "asc" }],
      skip: (number - 1) * pageSize,
      take: pageSize,
    }),
    db().membershipClaim.count({ where }),
  ]);
  return { items, number, size: pageSize, total };
}

/** A claim whose address is confirmed; one that is not is nobody's to read. */
export async function find(id: string) {
  return db().membershipClaim.findFirst({ where: { id, state: { not: "unconfirmed" } } });
}

export async function noteLook(by: string, deed: "claim.list" | "claim.read", reference = ""): Promise<void> {
  await note(db(), { by: { id: by, part: "committee" }, deed, reference });
}

/**
 * Grants a claim and writes its maker down as a member, at once or not at all; what the claim said is forgotten. Granted
 * already it is the membership that it became. Refused `wrong_state` where it was declined or taken back.
 */
export async function grant(id: string, made: NewMember, by: string, at: Date): Promise<Result<string>> {
  const granting = db().$transaction(async (tx) => {
    const decided = { state: "granted", decidedAt: at, decidedById: by, sealed: nothing };
    const { count } = await tx.membershipClaim.updateMany({ where: { id, state: "waiting" }, data: decided });
    if (count === 0) return earlier(await tx.membershipClaim.findUnique({ where: { id } }));
    const added = await addWithin(tx, made, by, at);
    // What was begun is undone with everything else.
    if (!added.ok) throw new Undone(added);
    await tx.membershipClaim.update({ where: { id }, data: { membershipId: added.value } });
    await note(tx, { by: { id: by, part: "committee" }, deed: "claim.grant", reference: id });
    return added;
  });
  return orUndone(granting);
}

function earlier(row: { membershipId: string | null } | null): Result<string> {
  return row?.membershipId ? done(row.membershipId) : refuse("wrong_state");
}

type Declined = { reason: string; by: string; at: Date };

/** Declines a claim with the letter that says so. Declined for the same reason already changes nothing. */
export async function decline(id: string, { reason, by, at }: Declined, letter: Letter): Promise<Result<null>> {
  return db().$transaction(async (tx) => {
    const decided = { state: "declined", decidedAt: at, decidedById: by, reason };
    const { count } = await tx.membershipClaim.updateMany({ where: { id, state: "waiting" }, data: decided });
    if (count === 0) {
      const row = await tx.membershipClaim.findUnique({ where: { id } });
      return row?.state === "declined" && row.reason === reason ? done(null) : refuse("wrong_state");
    }
    await post(tx, letter);
    await note(tx, {
      by: { id: by, part: "committee" },
      deed: "claim.decline",
      reference: id,
      particulars: { reason },
    });
    return done(null);
  });
}

/** Forgets claims that were decided, confirmed or, when nobody confirmed them, made before then. */
export async function forget(before: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const open = { decidedAt: null, confirmedAt: { lt: before } };
    const unconfirmed = { decidedAt: null, confirmedAt: null, createdAt: { lt: before } };
    const { count } = await tx.membershipClaim.deleteMany({
      where: { OR: [{ decidedAt: { lt: before } }, open, unconfirmed] },
    });
    const by = { id: null, part: "system" } as const;
    if (count > 0) await note(tx, { by, deed: "claim.erase", reference: "", particulars: { count } });
  });
}
