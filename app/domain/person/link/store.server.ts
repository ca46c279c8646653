import { z } from "zod";
import { db } from "~/platform/db/client";
import { addJob } from "~/platform/jobs/jobs";
import { post, type Letter } from "~/platform/mail/mail";
import { warn } from "../notice/store.server";

type Wish = { id: string; sealedAddress: Uint8Array<ArrayBuffer>; locale: string; warns: boolean; createdAt: Date };

/** Keeps a wish for a link, or for a warning, with the job that looks after it. */
export async function wish(one: Wish): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.signInWish.create({ data: one });
    await addJob(tx, "person.link", { id: one.id }, `person.link:${one.id}`);
  });
}

export async function findWish(id: string) {
  return db().signInWish.findUnique({ where: { id } });
}

/** Ends a wish for a warning: whose address it is is warned, where it is anybody's. */
export async function warnOwner(wishId: string, personId: string | null): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.signInWish.deleteMany({ where: { id: wishId } });
    if (count > 0 && personId !== null) await warn(tx, personId, "tries");
  });
}

type NewLink = { tokenHash: string; personId: string; expiresAt: Date };

/** Ends a wish, with a link and the letter that brings it where there is one to bring; links that ran out go too. */
export async function grant(wishId: string, at: Date, made: { link: NewLink; letter: Letter } | null): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.signInWish.deleteMany({ where: { id: wishId } });
    await tx.signInLink.deleteMany({ where: { expiresAt: { lt: at } } });
    if (!made || count === 0) return;
    await tx.signInLink.create({ data: made.link });
    await post(tx, made.letter);
  });
}

const taken = z.array(z.object({ personId: z.string() }));

/** Uses a link up, and says whose it was; null where it has run out, was used or never was. */
export async function take(tokenHash: string, at: Date): Promise<string | null> {
  const rows = await db().$queryRaw`
    DELETE FROM sign_in_link WHERE "tokenHash" = ${tokenHash} AND "expiresAt" > ${at} RETURNING "personId"`;
  return taken.parse(rows)[0]?.personId ?? null;
}
