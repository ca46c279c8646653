import type { Person } from "~/domain/kernel/actor";
import { done, refuse, refuseFor, type Refusal, type Result } from "~/domain/kernel/refusal";
import { sha256 } from "~/platform/crypto/seal";
import { env } from "~/platform/env";
import { faultOfPassword, fits, hashOf } from "./password.server";
import { may } from "./policy";
import type { OpenSession } from "./session";
import { openSession, type Origin, type Token } from "./sessions.server";
import * as store from "./store.server";
import { passed, waitBefore } from "./tries.server";

/** Somebody with what they hold today, or null. For rooms that ask whether a colleague is still in service. */
export function personById(id: string): Promise<Person | null> {
  return store.findById(id);
}

/**
 * Signs a person in and gives the token of a new session. Refuses `invalid` for an unknown address and for a wrong
 * password alike, and `too_many` with the seconds to wait after wrong tries, whether the address is known or not.
 */
export async function signIn(email: string, password: string, from: Origin): Promise<Result<Token>> {
  const address = email.trim().toLowerCase();
  if (address === "" || password === "") return refuse("invalid");
  const who = sha256(address);
  const wait = await waitBefore("password", who, from.network);
  if (wait > 0) return refuseFor(wait);
  const known = await store.findCredentials(address);
  const open = known && (!known.demo || env().demo) ? known : null;
  if (!(await fits(open?.passwordHash ?? null, password)) || !open) return refuse("invalid");
  await passed("password", who, from.network);
  return done(await openSession(open.person, { factor: null, proved: true }, from));
}

export type PasswordFault = NonNullable<ReturnType<typeof faultOfPassword>>;

/**
 * Gives somebody another password and ends their other sessions. Refuses `invalid` for a wrong present password, with
 * the seconds to wait after some; a new one that is not good enough is a fault for the form.
 */
export async function changePassword(
  own: OpenSession,
  { passwordNow, passwordNew }: { passwordNow: string; passwordNew: string },
  network: string,
): Promise<Result<null> | (Refusal & { fault: PasswordFault })> {
  if (!may(own, "change_password")) return refuse("forbidden");
  const { id, name } = own.actor;
  const wait = await waitBefore("password", id, network);
  if (wait > 0) return refuseFor(wait);
  const known = await store.passwordOf(id);
  if (!known || !(await fits(known.passwordHash, passwordNow))) return refuse("invalid");
  await passed("password", id, network);
  const fault = faultOfPassword(passwordNew, [name, known.email]);
  if (fault) return { ...refuse("invalid"), fault };
  const changed = await store.changePassword(id, known.passwordHash, await hashOf(passwordNew), own.id);
  return changed ? done(null) : refuse("conflict");
}

/** The accounts to try the portal with; the caller shows them only where demonstration is on. */
export function demoAccounts() {
  return store.demoPeople();
}
