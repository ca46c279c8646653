import { z } from "zod";
import { isKey } from "~/domain/kernel/key";
import { locales, type Locale } from "~/domain/kernel/locale";
import { done, refuse, refuseFor, type Result } from "~/domain/kernel/refusal";
import { valueNow } from "~/domain/setting/setting.server";
import { now } from "~/platform/clock";
import { pack, unpack } from "~/platform/crypto/parcel";
import { derive } from "~/platform/crypto/seal";
import { env } from "~/platform/env";
import { log } from "~/platform/log";
import { secondsToWait } from "~/platform/session/limits";
import { claimsOf, question } from "~/platform/sso/oidc";
import { enter, type Entry } from "../entry.server";
import { may } from "../policy";
import { limitsOf, proofLasts, type OpenSession } from "../session/session";
import { openSession, type Origin } from "../session/sessions.server";
import { findCredentialsOf, noteFailure } from "../store.server";
import { hasSecondFactor, isFresh, labelOf, providersIn, rolesOf, type Claims, type Provider } from "./provider";
import * as store from "./store.server";

/** So long, in seconds, somebody may be with the provider, or think over whether to link. */
const askedTime = 600;

const askedOf = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  locale: z.enum(locales),
  to: z.string(),
  /** Who wants to link an identity to their account; null: somebody who signs in. */
  personId: z.string().nullable(),
});
const cameOf = z.object({
  provider: z.string(),
  issuer: z.string(),
  subject: z.string(),
  label: z.string(),
  personId: z.string(),
});

let read: readonly Provider[] | undefined;

function providers(): readonly Provider[] {
  read ??= providersIn.parse(env().OIDC_PROVIDERS ?? "[]");
  return read;
}

/** Throws one clear sentence where the setting of the providers is wrong: better at the start than at a sign-in. */
export function checkProviders(): void {
  const parsed = providersIn.safeParse(env().OIDC_PROVIDERS ?? "[]");
  if (parsed.success) return;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")} (${message})`);
  throw new Error(`Wrong settings: OIDC_PROVIDERS ${faults.join("; ")}. See docs/running.md.`);
}

const find = (id: string | undefined) => providers().find((one) => one.id === id);

/** The providers by which somebody may sign in, in one language; none where the operator names none. */
export function providersFor(locale: Locale): { id: string; name: string }[] {
  return providers().map(({ id, names }) => ({ id, name: names[locale] ?? id }));
}

const callbackOf = ({ id }: Provider) => `${env().BASE_URL}/sso/${id}/callback`;

type Way = { locale: Locale; to: string; own: OpenSession | null };

/**
 * Where to send somebody to who signs in by a provider, or links an identity to `own`, and a parcel that their browser
 * keeps meanwhile. Refused `not_found` where there is no such provider, `forbidden` where nothing may be linked to this
 * account, `wrong_state` where the provider does not answer.
 */
export async function begin(
  id: string | undefined,
  { locale, to, own }: Way,
): Promise<Result<{ to: string; asked: string }>> {
  const provider = find(id);
  if (!provider) return refuse("not_found");
  if (own && !may(own, "link_identity")) return refuse("forbidden");
  const asked = await question(provider, callbackOf(provider)).catch(failed(provider));
  if (!asked) return refuse("wrong_state");
  const kept = { provider: provider.id, ...asked.question, locale, to, personId: own?.actor.id ?? null };
  return done({ to: asked.to.href, asked: pack(kept, "sso", askedTime) });
}

function failed({ id }: Provider) {
  return (error: unknown) => {
    // Of a failure its kind alone: what a provider says may name somebody.
    log("warn", "sso.failed", { provider: id, kind: error instanceof Error ? error.name : "unknown" });
    return null;
  };
}

/** Somebody who came back from a provider: signed in, on the way to linking, or with nothing in their hands. */
export type Came = { locale: Locale; to: string } & (
  { is: "in"; entry: Entry } | { is: "linking"; came: string } | { is: "refused"; why: "unlinked" | "failed" }
);

/**
 * Takes somebody in who comes back from a provider. Refused `invalid` where their browser did not ask, or too long ago;
 * `too_many` with the seconds to wait.
 */
export async function comeBack(
  id: string | undefined,
  came: URL,
  parcel: unknown,
  from: Origin,
): Promise<Result<Came>> {
  const wait = await secondsToWait(`sso:${from.network}`, await valueNow("sign_ins"), 600);
  if (wait > 0) return refuseFor(wait);
  const asked = unpack(parcel, "sso", askedOf);
  const provider = find(id);
  if (!asked || !provider || asked.provider !== provider.id) return refuse("invalid");
  const way = { locale: asked.locale, to: asked.to };
  // What the provider sent them to is what we registered with it, however the request reached us.
  const address = new URL(callbackOf(provider) + came.search);
  const claims = await claimsOf(provider, address, asked).catch(failed(provider));
  if (!claims) return done({ ...way, is: "refused", why: "failed" });
  if (asked.personId !== null) {
    const { iss: issuer, sub: subject } = claims;
    const linking = { provider: provider.id, issuer, subject, label: labelOf(claims), personId: asked.personId };
    return done({ ...way, is: "linking", came: pack(linking, "sso-link", askedTime) });
  }
  const entry = await signIn(provider, claims, from);
  return done(entry ? { ...way, is: "in", entry } : { ...way, is: "refused", why: "unlinked" });
}

async function signIn(
  provider: Provider,
  claims: Claims & { iss: string; sub: string },
  from: Origin,
): Promise<Entry | null> {
  const identity = await store.ownerOf({ issuer: claims.iss, subject: claims.sub });
  const open = identity && (await findCredentialsOf(identity.personId));
  if (!identity || !open || open.demo) {
    await noteFailure(derive("journal", `${claims.iss} ${claims.sub}`).toString("hex").slice(0, 24), "unlinked");
    return null;
  }
  const at = now();
  const roles = rolesOf(provider, claims);
  const until = new Date(at.getTime() + limitsOf(roles).absolute);
  const linked = await store.giveRoles(identity, provider.id, roles, until);
  // Read anew: with the roles as they are now, and not at all where the account was disabled meanwhile.
  const known = linked ? await findCredentialsOf(identity.personId) : null;
  if (!known) return null;
  const proved = isFresh(claims, proofLasts, at);
  if (!hasSecondFactor(provider, claims)) return enter(known, proved, from);
  return { token: await openSession(known.person, { factor: "sso", proved }, from), owes: false };
}

/** The identity that somebody came back with and is asked whether to link; null where there is none, or it is another's. */
export function linkingOf(own: OpenSession, parcel: unknown): { provider: string; label: string } | null {
  const came = unpack(parcel, "sso-link", cameOf);
  return came && came.personId === own.actor.id ? { provider: came.provider, label: came.label } : null;
}

/**
 * Links the identity that somebody came back with to their account, as they have said on a page of ours: whoever sends
 * others to a provider under a name of their own would otherwise get into their accounts. Refused `invalid` where there is
 * none, `conflict` where it is linked to another account.
 */
export async function linkIdentity(own: OpenSession, parcel: unknown): Promise<Result<null>> {
  const came = unpack(parcel, "sso-link", cameOf);
  if (!came || came.personId !== own.actor.id || !may(own, "link_identity")) return refuse("invalid");
  if (await store.link(came)) return done(null);
  return (await store.ownerOf(came))?.personId === own.actor.id ? done(null) : refuse("conflict");
}

/** The identities that are linked to one's account, and whether more may be. */
export async function readIdentities(own: OpenSession) {
  return { identities: await store.listOf(own.actor.id), can: may(own, "link_identity") };
}

/** Ends the link of an identity: it opens the account no longer, and the roles that its provider gave end. */
export async function unlinkIdentity(own: OpenSession, id: string | undefined): Promise<Result<null>> {
  if (!isKey(id) || !may(own, "unlink_identity")) return refuse("not_found");
  return (await store.unlink(own.actor.id, id)) ? done(null) : refuse("not_found");
}
