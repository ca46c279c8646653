import type { Person } from "~/domain/kernel/actor";
import { done, refuse, refuseFor, type Refusal, type Result } from "~/domain/kernel/refusal";
import { faultOfPassword, fits, hashOf } from "./password.server";
import { may } from "./policy";
import type { OpenSession } from "./session/session";
import * as store from "./store.server";
import { passed, waitBefore } from "./tries.server";

/** Somebody with what they hold today, or null. For rooms that ask whether a colleague is still in service. */
export function personById(id: string): Promise<Person | null> {
  return store.findById(id);
}

/** The names of people by their keys, each once; who is gone has none. */
export function namesOf(ids: (string | null | undefined)[]): Promise<Record<string, string>> {
  return store.namesOf([...new Set(ids.filter((id) => id != null))]);
}

export type PasswordFault = NonNullable<Awaited<ReturnType<typeof faultOfPassword>>>;

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
  const fault = await faultOfPassword(passwordNew, [name, known.email]);
  if (fault) return { ...refuse("invalid"), fault };
  const changed = await store.changePassword(id, known.passwordHash, await hashOf(passwordNew), own.id);
  return changed ? done(null) : refuse("conflict");
}

/** The accounts to try the portal with; the caller shows them only where demonstration is on. */
export function demoAccounts() {
  return store.demoPeople();
}
