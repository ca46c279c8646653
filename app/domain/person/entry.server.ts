import { z } from "zod";
import { done, refuse, refuseFor, type Result } from "~/domain/kernel/refusal";
import { pack, unpack } from "~/platform/crypto/parcel";
import { derive, sha256 } from "~/platform/crypto/seal";
import { secondsToWait } from "~/platform/session/limits";
import { env } from "~/platform/env";
import { addressOf } from "~/domain/kernel/address";
import { takeCode } from "./factor/code.server";
import { findTotp } from "./factor/store.server";
import { fits } from "./password.server";
import { wish } from "./link/wish.server";
import { isStaff, type OpenSession } from "./session/session";
import { openSession, proveSession, type Origin, type Proof, type Token } from "./session/sessions.server";
import * as store from "./store.server";
import { passed, waitBefore } from "./tries.server";

/** Time to fetch the device that shows the code, in seconds. */
const ticketTime = 600;
const ticketOf = z.object({ personId: z.string(), password: z.string(), proved: z.boolean() });

/**
 * What follows when somebody has shown one thing that only they have: they are in, or a code is still needed, with a
 * ticket for the page that asks for it. `owes`: they must set up a second factor before their desks open.
 */
export type Entry = { token: Token; owes: boolean } | { ticket: string };

/**
 * Signs a person in by password. Refuses `invalid` for an unknown address and for a wrong password alike, and `too_many`
 * with the seconds to wait after wrong tries, whether the address is known or not.
 */
export async function signIn(email: string, password: string, from: Origin): Promise<Result<Entry>> {
  const address = addressOf(email);
  if (address === "" || password === "") return refuse("invalid");
  const who = sha256(address);
  const wait = await waitBefore("password", who, from.network);
  if (wait > 0) {
    // Once for each stretch of refusals: who floods the door does not fill the journal.
    if ((await secondsToWait(`refused:${markOf(who)}`, 1, 600)) === 0) {
      await store.noteFailure(markOf(who), "too_many");
      await wish(address, "zh-Hans", true);
    }
    return refuseFor(wait);
  }
  const known = await store.findCredentials(address);
  const open = known && (!known.demo || env().demo) ? known : null;
  if (!(await fits(open?.passwordHash ?? null, password)) || !open) {
    await store.noteFailure(markOf(who), "wrong");
    return refuse("invalid");
  }
  await passed("password", who, from.network);
  return done(await enter(open, true, from));
}

/** What the journal calls an address by that somebody tried to sign in with. */
function markOf(who: string): string {
  return derive("journal", who).toString("hex").slice(0, 24);
}

/** Goes on after the first thing was shown. `proved`: whether it was more than being able to read the person's mail. */
export async function enter(
  { person, passwordHash, demo }: store.Known,
  proved: boolean,
  from: Origin,
): Promise<Entry> {
  if (await findTotp(person.id)) {
    const ticket = pack({ personId: person.id, password: sha256(passwordHash), proved }, "entry", ticketTime);
    return { ticket };
  }
  const owes = !demo && person.grants.some(({ role }) => isStaff(role));
  return { token: await openSession(person, { factor: null, proved }, from), owes };
}

/** Whether a ticket still lets somebody show a code. */
export function isTicket(ticket: unknown): boolean {
  return unpack(ticket, "entry", ticketOf) !== null;
}

/**
 * Signs a person in who was asked for a code. Refuses `not_found` without a ticket, or when the password was changed
 * since; `invalid` for a wrong code or one that was used; `too_many` with the seconds to wait.
 */
export async function enterWithCode(ticket: unknown, code: string, from: Origin): Promise<Result<Token>> {
  const held = unpack(ticket, "entry", ticketOf);
  const [person, kept] = held
    ? await Promise.all([store.findById(held.personId), store.passwordOf(held.personId)])
    : [null, null];
  if (!held || !person || !kept || sha256(kept.passwordHash) !== held.password) return refuse("not_found");
  const taken = await takeCode(person.id, code, from.network);
  if (!taken.ok && taken.reason === "too_many") await store.warnOfCodes(person.id);
  if (!taken.ok) return taken;
  const proof: Proof = { factor: taken.value, proved: held.proved };
  return done(await openSession(person, proof, from));
}

/** Whether a code is asked for besides the password when somebody shows anew who they are. */
export async function needsCode(own: OpenSession): Promise<boolean> {
  return (await findTotp(own.actor.id)) !== null;
}

/**
 * Shows anew, in a session, who one is: by password, and by code where the second factor is on. Gives the session's new
 * token. Refuses `invalid` without saying which was wrong.
 */
export async function prove(
  own: OpenSession,
  { password, code }: { password: string; code: string },
  network: string,
): Promise<Result<Token>> {
  const { id } = own.actor;
  const wait = await waitBefore("password", id, network);
  if (wait > 0) return refuseFor(wait);
  const kept = await store.passwordOf(id);
  if (!kept || !(await fits(kept.passwordHash, password))) return refuse("invalid");
  if (!(await needsCode(own))) {
    await passed("password", id, network);
    return done(await proveSession(own, null));
  }
  const taken = await takeCode(id, code, network);
  if (!taken.ok) return taken;
  await passed("password", id, network);
  return done(await proveSession(own, taken.value));
}
