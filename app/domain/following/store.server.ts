import { z } from "zod";
import type { Locale } from "~/domain/kernel/locale";
import { consentTo } from "~/domain/privacy/consent";
import { db } from "~/platform/db/client";
import { addJob } from "~/platform/jobs/jobs";
import { note } from "~/platform/journal/note";
import { post, type Letter } from "~/platform/mail/mail";
import { rhythms, type Schedule } from "./rhythm";

const itself = { id: null, part: "follower" } as const;
const locale = z.custom<Locale>((value) => typeof value === "string");
const wishSchema = z.object({ locale, timeZone: z.string(), hour: z.number(), rhythm: z.enum(rhythms) });
export type Wish = Schedule & { locale: Locale };

type Row = { locale: string; timeZone: string; hour: number; rhythm: string };
const wishOf = ({ locale: own, timeZone, hour, rhythm }: Row): Wish =>
  wishSchema.parse({ locale: own, timeZone, hour, rhythm });

type NewFollow = {
  ids: { follower: string; follow: string };
  address: { hash: string; seal: (follower: string) => Uint8Array<ArrayBuffer> };
  target: string;
  wish: Wish;
  at: Date;
};

/**
 * Keeps a wish to follow, with the letter that asks for a yes. An address that is known keeps its schedule until then, and
 * the same target again is the same follow. What is sent twice, at one moment too, is asked once.
 */
export async function ask(
  { ids, address, target, wish, at }: NewFollow,
  letterFor: (follower: string, follow: string, known: boolean) => Letter,
): Promise<void> {
  const addressHash = address.hash;
  await db().$transaction(async (tx) => {
    const follower = await tx.follower.upsert({
      where: { addressHash },
      create: { ...wish, id: ids.follower, addressHash, sealedAddress: address.seal(ids.follower), createdAt: at },
      // It changes nothing, but without any update this is two statements, and two wishes at one moment would both create.
      update: { addressHash },
    });
    const follow = await tx.follow.upsert({
      where: { followerId_target: { followerId: follower.id, target } },
      create: { id: ids.follow, followerId: follower.id, target, wish, toldUntil: at, createdAt: at },
      update: { wish },
    });
    if (!(await post(tx, letterFor(follower.id, follow.id, follow.confirmedAt !== null)))) return;
    await tx.consent.create({ data: consentTo("follower", follower.id, wish.locale, at) });
    await note(tx, { by: itself, deed: "follower.ask", reference: follower.id });
  });
}

/** Says yes to a follow: from now on changes are told, on the schedule that was wished with it. Again changes nothing. */
export async function confirm(followerId: string, id: string, at: Date): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const follow = await tx.follow.findFirst({ where: { id, followerId } });
    if (!follow) return false;
    if (follow.confirmedAt) return true;
    await tx.follow.update({ where: { id }, data: { confirmedAt: at, toldUntil: at } });
    await tx.follower.update({ where: { id: followerId }, data: wishSchema.parse(follow.wish) });
    await note(tx, { by: itself, deed: "follower.confirm", reference: followerId });
    return true;
  });
}

export async function find(id: string) {
  const row = await db().follower.findUnique({
    where: { id },
    include: { follows: { orderBy: { createdAt: "asc" } } },
  });
  if (!row) return null;
  const { sealedAddress, lastDay, lettersOn } = row;
  const follows = row.follows.map(({ id: own, target, confirmedAt, toldUntil }) => ({
    id: own,
    target,
    confirmed: confirmedAt !== null,
    toldUntil,
  }));
  return { id, sealedAddress, lastDay, lettersOn, wish: wishOf(row), follows };
}

export async function reschedule(id: string, schedule: Schedule): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.follower.updateMany({ where: { id }, data: schedule });
    if (count > 0) await note(tx, { by: itself, deed: "follower.reschedule", reference: id });
  });
}

/** Ends one follow, or all; who follows nothing any more is forgotten, address and all. */
export async function end(followerId: string, follow: string | null): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.follow.deleteMany({ where: { followerId, ...(follow && { id: follow }) } });
    const left = await tx.follow.count({ where: { followerId } });
    if (left === 0) await tx.follower.deleteMany({ where: { id: followerId } });
    if (count > 0) await note(tx, { by: itself, deed: "follower.end", reference: followerId, particulars: { left } });
  });
}

/** Forgets a follower whose letters keep coming back, address and all. */
export async function letGo(id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.follower.deleteMany({ where: { id } });
    const by = { id: null, part: "system" } as const;
    if (count > 0) await note(tx, { by, deed: "follower.end", reference: id, particulars: { returned: true } });
  });
}

/** Forgets wishes that nobody said yes to since then, and followers who follow nothing. */
export async function forgetUnconfirmed(before: Date): Promise<void> {
  await db().follow.deleteMany({ where: { confirmedAt: null, createdAt: { lt: before } } });
  await db().follower.deleteMany({ where: { follows: { none: {} }, createdAt: { lt: before } } });
}

/** Everybody who follows something, in batches, with what tells when their digest is due. */
export async function* schedules(): AsyncGenerator<{ id: string; lastDay: string | null; wish: Wish }[]> {
  for (let after = "00000000-0000-0000-0000-000000000000"; ;) {
    const rows = await db().follower.findMany({
      where: { id: { gt: after }, follows: { some: { confirmedAt: { not: null } } } },
      orderBy: { id: "asc" },
      take: 500,
    });
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => ({ id: row.id, lastDay: row.lastDay, wish: wishOf(row) }));
    after = last.id;
  }
}

/** Adds one job for each follower whose digest is due. */
export async function queueDigests(ids: string[]): Promise<void> {
  await db().$transaction(async (tx) => {
    for (const id of ids) await addJob(tx, "following.digest", { id }, `following.digest:${id}`);
  });
}

/** How many letters with news must come back, one after the other, until nobody is taken to read them. */
export const lettersTried = 3;

/** Notes that a follower has been told of everything until then, with the letter, if there was anything to tell. */
export async function told(
  { id, lettersOn }: { id: string; lettersOn: string[] },
  day: string,
  until: Date,
  letter: Letter | null,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.follower.updateMany({
      where: { id, OR: [{ lastDay: null }, { lastDay: { not: day } }] },
      data: { lastDay: day, ...(letter && { lettersOn: [day, ...lettersOn].slice(0, lettersTried) }) },
    });
    if (count === 0) return;
    await tx.follow.updateMany({ where: { followerId: id, confirmedAt: { not: null } }, data: { toldUntil: until } });
    if (letter) await post(tx, letter);
  });
}
