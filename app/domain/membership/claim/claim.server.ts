import { randomBytes } from "node:crypto";
import type { z } from "zod";
import type { Person } from "~/domain/kernel/actor";
import { addressOf } from "~/domain/kernel/address";
import { isKey } from "~/domain/kernel/key";
import type { Locale } from "~/domain/kernel/locale";
import { pageNumber } from "~/domain/kernel/page";
import { done, refuse, refuseFor, type Result } from "~/domain/kernel/refusal";
import { mark } from "~/domain/person/tries.server";
import { valuesNow } from "~/domain/setting/setting.server";
import { now } from "~/platform/clock";
import { seal, sha256, unseal } from "~/platform/crypto/seal";
import { env } from "~/platform/env";
import { secondsToWait } from "~/platform/session/limits";
import { profileOf } from "../desk.server";
import type { grantForm } from "../form";
import { stateOf } from "../member";
import { may } from "../policy";
import { accountOf } from "../store.server";
import { checkedStates, said, type Said } from "./claim";
import type { claimForm, declineForm } from "./form";
import { claimMark } from "./mark.server";
import * as store from "./store.server";

const context = (id: string) => `claim:${id}`;

/** What a claim says, opened. */
export function openClaim({ id, sealed }: { id: string; sealed: Uint8Array }): Said {
  return said.parse(JSON.parse(unseal(sealed, context(id))));
}

/**
 * Takes somebody's word that they are a member, and sends a letter that asks for a yes. The same answer for every address,
 * whether or not it has an account or stands in the list of members: neither is looked up. Refuses `too_many` after so
 * many an hour from one network; more than so many a day from one address are silently left.
 */
export async function askClaim(
  sent: z.output<typeof claimForm>,
  shown: Locale,
  network: string,
): Promise<Result<null>> {
  const { consent: _, requestKey: id, name, nameLatin = null, kind, session, sector = null, locale } = sent;
  // The same form sent again is the claim that there is, and counts once.
  if (await store.isKept(id)) return done(null);
  const [email, limit] = [addressOf(sent.email), await valuesNow()];
  const wait = await secondsToWait(`claim:${network}`, limit("claims"), 3600);
  if (wait > 0) return refuseFor(wait);
  if ((await secondsToWait(`claim:${mark(email)}`, limit("claims_to_one"), 24 * 3600)) > 0) return done(null);
  const token = randomBytes(32).toString("base64url");
  const words: Said = { name, nameLatin, email, kind, session, sector, locale };
  const sealed = seal(JSON.stringify(words), context(id));
  const kept = { id, tokenHash: sha256(token), addressHash: claimMark(email), sealed, locale, createdAt: now() };
  const link = `${env().BASE_URL}/${locale}/membership/claim/${token}`;
  await store.ask(kept, shown, letterOf(id, words, "claim_asked", { link }));
  return done(null);
}

function letterOf(id: string, { email, locale }: Said, template: string, params: Record<string, string> = {}) {
  const dedupeKey = template === "claim_asked" ? `claim:${id}` : `claim:${id}:${template}`;
  return { dedupeKey, recipient: email, isPrivate: true, locale, template, params };
}

/** How the claim stands that a letter's link belongs to; null: it is gone, or never was. */
export async function readOwnClaim(token: string): Promise<string | null> {
  return (await store.findByToken(sha256(token)))?.state ?? null;
}

/** Says yes to a claim: from now on the committee sees it. False: it is gone. */
export function confirmClaim(token: string): Promise<boolean> {
  return store.confirm(sha256(token), now());
}

/** Takes a claim back, before it is decided. */
export function withdrawClaim(token: string): Promise<void> {
  return store.withdraw(sha256(token), now());
}

/** One page of the claims that wait, or that were declined; null: not for this person. */
export async function claims(actor: Person, query: URLSearchParams) {
  if (!may(actor, "list_claims")) return null;
  await store.noteLook(actor.id, "claim.list");
  const state = checkedStates.find((one) => one === query.get("state")) ?? "waiting";
  const page = await store.page(state, pageNumber(query.get("page")));
  const items = page.items.map((row) => {
    const { name, nameLatin, kind, session } = openClaim(row);
    return { id: row.id, name, nameLatin, kind, session, at: row.confirmedAt ?? row.createdAt };
  });
  return { state, page: { ...page, items } };
}

/** A claim with all that it says, and whether this clerk may decide on it; null: not found. Opening it is noted. */
export async function readClaim(actor: Person, id: string | undefined) {
  const row = may(actor, "read_claim") && isKey(id) ? await store.find(id) : null;
  if (!row) return null;
  await store.noteLook(actor.id, "claim.read", row.id);
  // What was granted has become a membership, and is forgotten here.
  if (row.state === "granted") return { granted: row.membershipId, id: row.id };
  const words = openClaim(row);
  const open = row.state === "waiting" && may(actor, "grant_claim", await accountOf(words.email));
  const { state, createdAt, confirmedAt, decidedAt, reason } = row;
  return { granted: null, id: row.id, said: words, state, createdAt, confirmedAt, decidedAt, reason, can: open };
}

/**
 * Grants a claim as the committee found it to be: its maker is a member from now on, invited to an account or with the
 * role in the one there is. Refused as adding a member is, and `wrong_state` where it was decided otherwise.
 */
export async function grantClaim(
  actor: Person,
  id: string | undefined,
  sent: z.output<typeof grantForm>,
): Promise<Result<string>> {
  const found = await readClaim(actor, id);
  if (!found) return refuse("not_found");
  if (!found.said) return found.granted ? done(found.granted) : refuse("wrong_state");
  if (!may(actor, "grant_claim", await accountOf(found.said.email))) return refuse("forbidden");
  const at = now();
  const made = { ...profileOf(sent, at), email: found.said.email };
  if (stateOf({ ...made, personId: null }, at) === "over") return refuse("invalid");
  return store.grant(found.id, made, actor.id, at);
}

/** Declines a claim, for a reason that the letter says kindly. Refused `wrong_state` where it was decided otherwise. */
export async function declineClaim(
  actor: Person,
  id: string | undefined,
  { reason }: z.output<typeof declineForm>,
): Promise<Result<null>> {
  const found = await readClaim(actor, id);
  if (!found) return refuse("not_found");
  if (!found.said) return refuse("wrong_state");
  if (!may(actor, "decline_claim", await accountOf(found.said.email))) return refuse("forbidden");
  const letter = letterOf(found.id, found.said, `claim_declined_${reason}`);
  return store.decline(found.id, { reason, by: actor.id, at: now() }, letter);
}
