import { randomBytes, randomUUID } from "node:crypto";
import type { z } from "zod";
import { addressOf } from "~/domain/kernel/address";
import { isLocale, type Locale } from "~/domain/kernel/locale";
import type { Actor, Person, Role } from "~/domain/kernel/actor";
import { isKey } from "~/domain/kernel/key";
import { wishOf } from "~/domain/kernel/listing";
import { done, refuse, refuseFor, type Refusal, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { sha256 } from "~/platform/crypto/seal";
import { env } from "~/platform/env";
import { valueNow } from "~/domain/setting/setting.server";
import { secondsToWait } from "~/platform/session/limits";
import { enter, type Entry } from "../entry.server";
import { faultOfPassword, hashOf } from "../password.server";
import type { inviteForm } from "../people/form";
import { find, organisations } from "../people/store.server";
import { periodOf, rightsOf } from "../people/people.server";
import { mayGrant, mayManageAccess, maySee, mayUninvite } from "../policy";
import type { Origin } from "../session/sessions.server";
import { findCredentialsOf } from "../store.server";
import * as store from "./store.server";

/** So long an invitation holds, and a link to a new password, in milliseconds. */
const week = 7 * 24 * 3600_000;
const day = 24 * 3600_000;

/** A made invitation, and the link that takes it up. */
type Made = { invitation: store.NewInvitation; token: string };

function make(of: Omit<store.NewInvitation, "id" | "tokenHash" | "createdAt" | "expiresAt">, lasting: number): Made {
  const token = randomBytes(32).toString("base64url");
  const at = now();
  const expiresAt = new Date(at.getTime() + lasting);
  return { invitation: { ...of, id: randomUUID(), tokenHash: sha256(token), createdAt: at, expiresAt }, token };
}

const linkOf = (locale: Locale, token: string) => `${env().BASE_URL}/${locale}/invitation/${token}`;

function letterOf({ invitation, token }: Made, template: "invitation" | "new_password") {
  const { id, email: recipient } = invitation;
  const locale: Locale = isLocale(invitation.locale) ? invitation.locale : "zh-Hans";
  const dedupeKey = store.letterKey(id);
  return { dedupeKey, recipient, isPrivate: true, locale, template, params: { link: linkOf(locale, token) } };
}

/**
 * An invitation that another room keeps, in the transaction of what it invites to, with the letter that brings it. One by the
 * same person since `since` is this one, sent twice.
 */
export function prepareInvitation(of: Pick<store.NewInvitation, "email" | "name" | "locale" | "role" | "invitedById">) {
  const made = make({ personId: null, organisation: null, from: null, until: null, ...of }, week);
  const since = store.sentTwiceSince(made.invitation);
  return { invitation: made.invitation, letter: letterOf(made, "invitation"), since };
}

const searchOf = (query: URLSearchParams) => wishOf(query, store.sorts, { by: "until", down: true });

/** A page of the open invitations, and the organisations that a role may be held for; looking is noted. Null: not for this person. */
export async function readInvitations(actor: Person, query: URLSearchParams) {
  if (!maySee(actor)) return null;
  await store.noteLook(actor.id);
  const search = searchOf(query);
  const [page, all] = await Promise.all([store.open(search, now()), organisations()]);
  return { search, page, organisations: all };
}

/** All open invitations that the query asks for, as it is at one moment. Null: not for this person. */
export async function allInvitations(actor: Person, query: URLSearchParams) {
  return maySee(actor) ? store.allOpen(searchOf(query), now()) : null;
}

/**
 * Invites somebody to an account with a role, by a mail whose link is good once, within a week. Refused `forbidden` where
 * the role is more than the actor may give, `conflict` where the address has an account, `invalid` where there is no such
 * organisation or the period is over.
 */
export async function invite(actor: Person, sent: z.output<typeof inviteForm>): Promise<Result<string>> {
  if (!maySee(actor)) return refuse("forbidden");
  if (await store.hasAccount(addressOf(sent.email))) return refuse("conflict");
  return offer(actor, sent, "admin");
}

/**
 * Offers somebody a role, by a mail whose link is good once, within a week: to an account with it, or to be taken with the
 * account they have. Whoever offers it never learns which. Refused as above, `conflict` apart.
 */
export async function offer(actor: Person, sent: z.output<typeof inviteForm>, part: Role): Promise<Result<string>> {
  const wait = await secondsToWait(`invite:${actor.id}`, await valueNow("invitations"), 3600);
  if (wait > 0) return refuseFor(wait);
  const email = addressOf(sent.email);
  const period = await periodOf(sent, now());
  if (!period) return refuse("invalid");
  // Nobody gives themselves a role by a letter to their own address; of others nothing is learned.
  const personId = (await store.accountOf(email)) ?? email;
  if (!mayGrant(await rightsOf(actor), { ...period, personId }, now())) return refuse("forbidden");
  const { name, locale } = sent;
  const made = make({ personId: null, email, name, locale, ...period, invitedById: actor.id }, week);
  return done(await store.add(made, letterOf(made, "invitation"), { deed: "person.invite", part }));
}

/** For who runs the portal: an invitation without anybody's right, whose link is not sent but given back. */
export async function inviteFirst(email: string, name: string, locale: Locale): Promise<string | null> {
  if (await store.hasAccount(email)) return null;
  const own = { role: "admin", organisation: null, from: null, until: null, invitedById: null } as const;
  const made = make({ personId: null, email, name, locale, ...own }, day);
  await store.add(made, null, { deed: "person.invite", part: "system" });
  return linkOf(locale, made.token);
}

/** Takes an invitation back. Refused `forbidden` where it is to more than the actor could end. */
export async function uninvite(actor: Person, id: string | undefined): Promise<Result<null>> {
  if (!maySee(actor) || !isKey(id)) return refuse("not_found");
  const offered = await store.findOffer(id);
  if (!offered) return refuse("not_found");
  if (!mayUninvite(await rightsOf(actor), offered, now())) return refuse("forbidden");
  return (await store.remove({ id }, { id: actor.id, part: "admin" })) ? done(null) : refuse("not_found");
}

/**
 * Sends somebody who has forgotten their password a link to set another, good once, within a day. Their second factor
 * stays. Only an administrator of the whole portal may: whoever reads that mail is half-way in.
 */
export async function renewPassword(actor: Person, id: string): Promise<Result<null>> {
  const person = maySee(actor) ? await find(id) : null;
  if (!person || person.disabledAt) return refuse("not_found");
  if (!mayManageAccess(await rightsOf(actor), now())) return refuse("forbidden");
  const { email, name, locale } = person;
  const none = { role: null, organisation: null, from: null, until: null };
  const made = make({ personId: person.id, email, name, locale, ...none, invitedById: actor.id }, day);
  await store.add(made, letterOf(made, "new_password"), { deed: "person.renew_password", part: "admin" });
  return done(null);
}

/**
 * Whom a link invites, to which role, and what is to be done with it: choose a password for a new account, or another one
 * for the account there is, or take the role with that account, where `mine` tells whether it is the actor's. Null: it has
 * run out or was used.
 */
export async function readInvitation(token: string, actor: Actor) {
  const found = await store.findByToken(sha256(token), now());
  if (!found) return null;
  const { name, email, role, personId } = found;
  const holder = personId === null ? await store.accountOf(email) : null;
  const to: "renew" | "take" | "begin" = personId !== null ? "renew" : holder !== null ? "take" : "begin";
  const organisation = (await organisations()).find(({ slug }) => slug === found.organisation)?.names ?? null;
  return { name, email, role, organisation, to, mine: holder !== null && holder === actor?.id };
}

/**
 * Takes the role of an invitation with the account there is. A link that has run out or was used, or that is another's, is
 * refused `invalid`, and stays as it is.
 */
export async function accept(actor: Person, token: string): Promise<Result<string>> {
  const found = await store.findByToken(sha256(token), now());
  return found ? store.accept(found, actor.id, now()) : refuse("invalid");
}

export type PasswordFault = NonNullable<Awaited<ReturnType<typeof faultOfPassword>>>;

/**
 * Takes an invitation up with a password and signs its holder in. A password that is not good enough is a fault for the
 * form, and uses nothing up; a link that has run out or was used is refused `invalid`.
 */
export async function takeUp(
  token: string,
  password: string,
  from: Origin,
): Promise<Result<Entry> | (Refusal & { fault: PasswordFault })> {
  const wait = await secondsToWait(`take-up:${from.network}`, await valueNow("taken_up"), 3600);
  if (wait > 0) return refuseFor(wait);
  const found = await store.findByToken(sha256(token), now());
  if (!found) return refuse("invalid");
  const fault = await faultOfPassword(password, [found.name, found.email]);
  if (fault) return { ...refuse("invalid"), fault };
  const taken = await store.takeUp(found, await hashOf(password), now());
  const known = taken.ok ? await findCredentialsOf(taken.value) : null;
  return known ? done(await enter(known, true, from)) : refuse("invalid");
}
