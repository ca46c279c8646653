import { now } from "~/platform/clock";
import { db, type Prisma } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { tell } from "../notice/store.server";

export async function findTotp(personId: string) {
  return db().totp.findUnique({ where: { personId } });
}

export async function recoveryCodesOf(personId: string): Promise<number> {
  return db().recoveryCode.count({ where: { personId } });
}

/** Notes that the code of this time step was taken; false where it, or a later one, already was. */
export async function takeStep(personId: string, step: number): Promise<boolean> {
  const { count } = await db().totp.updateMany({
    where: { personId, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

/** Uses up a recovery code; false: there is no such code, or not any more. */
export async function takeRecoveryCode(personId: string, hash: string): Promise<boolean> {
  const { count } = await db().recoveryCode.deleteMany({ where: { personId, hash } });
  return count === 1;
}

type NewTotp = { sealedSecret: Uint8Array<ArrayBuffer>; lastStep: number };

/** Puts this device's secret in the place of any other, gives new recovery codes, and ends the person's other sessions. */
export async function setTotp(personId: string, totp: NewTotp, hashes: string[], kept: string): Promise<void> {
  const row = { ...totp, createdAt: now() };
  await db().$transaction(async (tx) => {
    await tx.totp.upsert({ where: { personId }, create: { personId, ...row }, update: row });
    await replaceCodes(tx, personId, hashes);
    await tx.session.deleteMany({ where: { personId, id: { not: kept } } });
    await note(tx, { by: { id: personId, part: "person" }, deed: "person.set_factor", reference: personId });
    await tell(tx, personId, "factor");
  });
}

export async function setRecoveryCodes(personId: string, hashes: string[]): Promise<void> {
  await db().$transaction(async (tx) => {
    await replaceCodes(tx, personId, hashes);
    await note(tx, { by: { id: personId, part: "person" }, deed: "person.new_codes", reference: personId });
    await tell(tx, personId, "codes");
  });
}

async function replaceCodes(tx: Prisma.TransactionClient, personId: string, hashes: string[]): Promise<void> {
  await tx.recoveryCode.deleteMany({ where: { personId } });
  await tx.recoveryCode.createMany({ data: hashes.map((hash) => ({ personId, hash })) });
}

/** Takes the second factor away and ends the person's other sessions. */
export async function removeTotp(personId: string, kept: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.totp.deleteMany({ where: { personId } });
    await tx.recoveryCode.deleteMany({ where: { personId } });
    await tx.session.deleteMany({ where: { personId, id: { not: kept } } });
    await note(tx, { by: { id: personId, part: "person" }, deed: "person.end_factor", reference: personId });
    await tell(tx, personId, "factor_off");
  });
}
