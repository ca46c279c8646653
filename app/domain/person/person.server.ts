import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import type { Person } from "~/domain/kernel/actor";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { derive, sha256 } from "~/platform/crypto/seal";
import { forgetTries, withinLimit } from "~/platform/session/limits";
import * as store from "./store.server";

const thirtyDays = 30 * 24 * 3600 * 1000;

/** A hash that no password fits: it makes an unknown address cost as much time as a wrong password. */
const nobody = hash(randomBytes(16).toString("hex"));

/** Who holds this session token, or null. */
export function actorOfToken(token: string): Promise<Person | null> {
  return store.findBySession(sha256(token));
}

/** Somebody with what they hold today, or null. For rooms that ask whether a colleague is still in service. */
export function personById(id: string): Promise<Person | null> {
  return store.findById(id);
}

/**
 * Signs a person in and gives the token of a new session. Refuses `invalid` for an unknown address and for a wrong
 * password alike, and `too_many` after ten wrong tries in ten minutes for one address or three hundred tries from one
 * network.
 */
export async function signIn(
  email: string,
  password: string,
  network: string,
): Promise<Result<{ token: string; person: Person }>> {
  const address = email.trim().toLowerCase();
  const tries = `sign-in:${sha256(address)}`;
  const [one, many] = await Promise.all([
    withinLimit(tries, 10, 600),
    withinLimit(`sign-in-from:${network}`, 300, 600),
  ]);
  if (!one || !many) {
    // Once for each stretch of refusals: who floods the door does not fill the journal.
    const first = await withinLimit(`refused:${one ? network : tries}`, 1, 600);
    if (first) await store.noteFailure(markOf(address), "too_many");
    return refuse("too_many");
  }
  const known = await store.findCredentials(address);
  const fits = await verify(known?.passwordHash ?? (await nobody), password).catch(() => false);
  if (!known || !fits) {
    await store.noteFailure(markOf(address), "wrong");
    return refuse("invalid");
  }
  await forgetTries(tries);
  const token = randomBytes(32).toString("base64url");
  await store.openSession(sha256(token), known.person.id, new Date(now().getTime() + thirtyDays));
  return done({ token, person: known.person });
}

/** What the journal calls an address by that somebody tried to sign in with. */
function markOf(address: string): string {
  return derive("journal", address).toString("hex").slice(0, 24);
}

export async function signOut(token: string): Promise<void> {
  await store.closeSession(sha256(token));
}

/** The accounts to try the portal with; the caller shows them only where demonstration is on. */
export function demoAccounts() {
  return store.demoPeople();
}
