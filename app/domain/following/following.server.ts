import { randomUUID } from "node:crypto";
import { newestOf, recordNow } from "~/domain/catalogue/newest.server";
import type { News } from "~/domain/finding/news";
import { addressOf } from "~/domain/kernel/address";
import { isKey } from "~/domain/kernel/key";
import type { Locale } from "~/domain/kernel/locale";
import { done, refuseFor, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { cameBack } from "~/platform/mail/mail";
import { seal, unseal } from "~/platform/crypto/seal";
import { valuesNow } from "~/domain/setting/setting.server";
import { secondsToWait } from "~/platform/session/limits";
import { digestKey, digestLetter, wishLetter, type HrefOf } from "./letters";
import { may } from "./policy";
import { dueDay, type Schedule } from "./rhythm";
import * as store from "./store.server";
import { paramsOf, targetOf, type Target } from "./target";
import { followerOf, markOf, tokenFor } from "./token.server";

const context = (follower: string) => `follower:${follower}`;
const twoDays = 48 * 3600 * 1000;

/**
 * Takes a wish to follow something and sends a letter that asks for a yes: nobody is followed up who did not give it.
 * The same answer for every address, known or not. Refuses `too_many` after so many an hour from one network; more
 * than so many a day to one address are silently left.
 */
export async function askToFollow(
  { email, schedule, target }: { email: string; schedule: Schedule; target: Target },
  locale: Locale,
  portal: string,
  network: string,
): Promise<Result<null>> {
  const [address, hash, limit] = [addressOf(email), markOf(email), await valuesNow()];
  const wait = await secondsToWait(`follow:${network}`, limit("follows"), 3600);
  if (wait > 0) return refuseFor(wait);
  // Silently: who asks must not learn whether somebody else asked for that address.
  if ((await secondsToWait(`follow:${hash}`, limit("follows_to_one"), 24 * 3600)) > 0) return done(null);
  const at = now();
  await store.ask(
    {
      ids: { follower: randomUUID(), follow: randomUUID() },
      address: { hash, seal: (follower) => seal(address, context(follower)) },
      target: paramsOf(target).toString(),
      wish: { locale, ...schedule },
      at,
    },
    (follower, follow, known) =>
      wishLetter({ address, locale, follow, known, at, own: `${portal}/${locale}/following/${tokenFor(follower)}` }),
  );
  return done(null);
}

/** What somebody follows, by the token of their mails; null: nobody's token, or nothing followed any more. */
export async function readFollowing(token: string) {
  const id = followerOf(token);
  const found = id === null ? null : await store.find(id);
  if (!found || !may(id, found.id)) return null;
  const { wish, follows } = found;
  return {
    wish,
    follows: follows.map(({ id: follow, target, confirmed }) => ({
      id: follow,
      confirmed,
      target: targetOf(new URLSearchParams(target)),
    })),
  };
}

/** Says yes to a follow; false: it is not there any more. */
export async function confirmFollow(token: string, follow: string): Promise<boolean> {
  const id = followerOf(token);
  return id !== null && isKey(follow) && store.confirm(id, follow, now());
}

/** Changes when digests come. */
export async function reschedule(token: string, schedule: Schedule): Promise<void> {
  const id = followerOf(token);
  if (id !== null) await store.reschedule(id, schedule);
}

/** How much the holder of a token still follows; null: it is nobody's token. */
export async function countFollowed(token: string): Promise<number | null> {
  return followerOf(token) === null ? null : ((await readFollowing(token))?.follows.length ?? 0);
}

/** Ends one follow, or without it all of them. Again changes nothing; false: nobody's token, or not the key of a follow. */
export async function stopFollowing(token: string, follow: string | null): Promise<boolean> {
  const id = followerOf(token);
  if (id === null || (follow !== null && !isKey(follow))) return false;
  await store.end(id, follow);
  return true;
}

/** For the worker, every quarter of an hour: adds a job for each digest that is due, and forgets unconfirmed wishes. */
export async function queueDueDigests(): Promise<void> {
  const at = now();
  await store.forgetUnconfirmed(new Date(at.getTime() - twoDays));
  for await (const some of store.schedules())
    await store.queueDigests(some.filter(({ wish, lastDay }) => dueDay(wish, lastDay, at)).map(({ id }) => id));
}

/**
 * For the worker: tells one follower what has changed since the last digest. Nothing new, no letter; never two a day. Whose
 * last letters all came back is forgotten instead: that address reaches nobody.
 */
export async function sendDigest(id: string, portal: string, hrefOf: HrefOf): Promise<void> {
  const found = await store.find(id);
  const at = now();
  const day = found && dueDay(found.wish, found.lastDay, at);
  if (!found || !day) return;
  const { wish, follows, sealedAddress, lettersOn } = found;
  const back = await cameBack(lettersOn.map((on) => digestKey(id, on)));
  if (back.size === store.lettersTried) return store.letGo(id);
  const news = new Map<string, News>();
  for (const { target, confirmed, toldUntil } of follows) {
    const known = confirmed ? targetOf(new URLSearchParams(target)) : null;
    for (const one of known ? await newsOf(known, toldUntil) : []) news.set(`${one.kind}:${one.slug}`, one);
  }
  const own = `${portal}/${wish.locale}/following/${tokenFor(id)}`;
  const letter =
    news.size === 0
      ? null
      : digestLetter({
          id,
          day,
          portal,
          own,
          hrefOf,
          locale: wish.locale,
          news: [...news.values()],
          address: unseal(sealedAddress, context(id)),
        });
  await store.told({ id, lettersOn }, day, at, letter);
}

/** What of a target is new since then, newest first. */
export async function newsOf(target: Target, since: Date): Promise<News[]> {
  if (target.what === "record") {
    const found = await recordNow(target.kind, target.slug);
    return found && found.updatedAt > since.toISOString() ? [found] : [];
  }
  const { query, what: _, ...filters } = target;
  return (await newestOf({ text: query, ...filters })).filter(({ updatedAt }) => updatedAt > since.toISOString());
}
