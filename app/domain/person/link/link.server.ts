import { randomBytes } from "node:crypto";
import { addressOf } from "~/domain/kernel/address";
import { isLocale, type Locale } from "~/domain/kernel/locale";
import { done, refuse, refuseFor, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { sha256 } from "~/platform/crypto/seal";
import { env } from "~/platform/env";
import { valuesNow } from "~/domain/setting/setting.server";
import { secondsToWait } from "~/platform/session/limits";
import { enter, type Entry } from "../entry.server";
import * as store from "./store.server";
import { mayEnterByLink } from "../policy";
import type { Origin } from "../session/sessions.server";
import { findCredentials, findCredentialsOf, type Known } from "../store.server";
import { mark } from "../tries.server";
import { addressIn, wish } from "./wish.server";

/** So long a link lasts, in milliseconds. */
const lasting = 15 * 60_000;

const mayEnter = ({ person, demo }: Known) => mayEnterByLink(person) && (!demo || env().demo);

/**
 * Takes somebody's wish for a link to sign in with. The same answer, in the same time, for every address: who it belongs
 * to is looked up later, by the worker. Refuses `too_many` after so many an hour from one network; more than so many a day
 * for one address are silently left.
 */
export async function askForLink(email: string, locale: Locale, network: string): Promise<Result<null>> {
  const [address, limit] = [addressOf(email), await valuesNow()];
  const wait = await secondsToWait(`link-from:${mark(network)}`, limit("links"), 3600);
  if (wait > 0) return refuseFor(wait);
  const one = await secondsToWait(`link:${mark(address)}`, limit("links_to_one"), 24 * 3600);
  if (one > 0) return done(null);
  await wish(address, locale, false);
  return done(null);
}

/** For the worker: sends the link that was asked for, if the address is a member's. Again sends nothing. */
export async function sendLink(wishId: string, portal: string): Promise<void> {
  const found = await store.findWish(wishId);
  if (!found) return;
  const at = now();
  const address = addressIn(found);
  const known = await findCredentials(address);
  if (found.warns) return store.warnOwner(wishId, known?.person.id ?? null);
  if (!known || !mayEnter(known)) return store.grant(wishId, at, null);
  const token = randomBytes(32).toString("base64url");
  const locale: Locale = isLocale(found.locale) ? found.locale : "zh-Hans";
  await store.grant(wishId, at, {
    link: { tokenHash: sha256(token), personId: known.person.id, expiresAt: new Date(at.getTime() + lasting) },
    letter: {
      dedupeKey: `entry-link:${wishId}`,
      recipient: address,
      isPrivate: true,
      locale,
      template: "entry_link",
      params: { link: `${portal}/${locale}/sign-in/by-link/${token}` },
    },
  });
}

/**
 * Signs a member in by the link of a mail, which is used up by it. Where their second factor is on, a code is asked for
 * next. Refuses `invalid` when the link has run out, was used, or its holder serves others by now.
 */
export async function enterByLink(token: string, from: Origin): Promise<Result<Entry>> {
  const personId = await store.take(sha256(token), now());
  const known = personId === null ? null : await findCredentialsOf(personId);
  return known && mayEnter(known) ? done(await enter(known, false, from)) : refuse("invalid");
}
