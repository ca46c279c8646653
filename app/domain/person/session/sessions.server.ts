import { randomBytes } from "node:crypto";
import type { Grant, Person } from "~/domain/kernel/actor";
import { isKey } from "~/domain/kernel/key";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { sha256 } from "~/platform/crypto/seal";
import { env } from "~/platform/env";
import { deviceOf, deviceOfCode } from "./device";
import { may, scopeOf } from "../policy";
import {
  servesOthers,
  lasts,
  limitsOf,
  notedEvery,
  rightsOf,
  tokenGrace,
  usable,
  type Factor,
  type OpenSession,
} from "./session";
import * as store from "./store.server";

/** From where somebody comes: what a session is told apart by, and limits are counted by. */
export type Origin = { network: string; userAgent: string | null; token: string | null };

/** How somebody showed who they are. `proved`: by something that a stranger who reads their mail does not have. */
export type Proof = { factor: Factor | null; proved: boolean };

/** A token for the cookie, and for how many seconds the browser is to keep it. */
export type Token = { token: string; maxAge: number };

/** The session that this token opens, with its holder, or null. */
export async function sessionOf(token: string): Promise<OpenSession | null> {
  const at = now();
  const hash = sha256(token);
  const found = await store.findByToken(hash, new Date(at.getTime() - tokenGrace));
  if (!found || (found.demo && !env().demo)) return null;
  const { session, person, demo, isPrevious } = found;
  if (!lasts(session, person.grants, at)) return null;
  const notedBefore = new Date(at.getTime() - notedEvery);
  if (session.seenAt < notedBefore) await store.note(session.id, notedBefore);
  const grants = usable(person.grants, session.factor, demo);
  const changed = session.rights !== rightsOf(person.grants) && !isPrevious;
  return {
    id: session.id,
    demo,
    provedAt: session.provedAt,
    actor: { ...person, grants },
    withheld: person.grants.filter((grant) => !grants.includes(grant)).map(({ role }) => role),
    renewed: changed ? await turn(hash, person.grants) : null,
  };
}

/** Who holds this token, or null. */
export async function actorOfToken(token: string): Promise<Person | null> {
  return (await sessionOf(token))?.actor ?? null;
}

/** Opens a session for somebody who has shown who they are; the session that the browser held before ends. */
export async function openSession(person: Person, { factor, proved }: Proof, from: Origin): Promise<Token> {
  const at = now();
  const made = newToken(person.grants);
  await store.open(
    {
      tokenHash: sha256(made.token),
      personId: person.id,
      rights: rightsOf(person.grants),
      expiresAt: new Date(at.getTime() + limitsOf(person.grants).absolute),
      provedAt: proved ? at : null,
      factor,
      network: from.network,
      device: deviceOf(from.userAgent),
    },
    from.token && sha256(from.token),
  );
  return made;
}

/** Gives a session another token because its rights are others now; null where another request already did. */
async function turn(from: string, grants: readonly Grant[]): Promise<Token | null> {
  const made = newToken(grants);
  return (await store.rotate({ from, to: sha256(made.token), rights: rightsOf(grants) })) ? made : null;
}

/** Notes in a session that its holder has just shown who they are, and by which second factor; its token is another then. */
export async function proveSession(own: OpenSession, factor: Factor | null): Promise<Token> {
  const made = newToken([...own.actor.grants, ...own.withheld.map((role) => ({ role, organisation: null }))]);
  await store.replaceToken(own.id, sha256(made.token), { provedAt: now(), ...(factor && { factor }) });
  return made;
}

function newToken(grants: readonly Grant[]): Token {
  return { token: randomBytes(32).toString("base64url"), maxAge: limitsOf(grants).absolute / 1000 };
}

export async function signOut(token: string): Promise<void> {
  await store.close(sha256(token));
}

/** One's sessions, the latest used first, and what one may do with the account. */
export async function readAccount(own: OpenSession) {
  const sessions = await store.listOf(scopeOf(own));
  return {
    demo: own.demo,
    staff: servesOthers(own),
    can: { endOthers: may(own, "end_others"), changePassword: may(own, "change_password") },
    sessions: sessions.map(({ device, ...session }) => ({
      ...session,
      ...deviceOfCode(device),
      isThis: session.id === own.id,
    })),
  };
}

/** Ends one of one's sessions. Another's, or one that has ended, is not found. */
export async function endSession(own: OpenSession, id: string): Promise<Result<null>> {
  if (!isKey(id) || !may(own, "end_session")) return refuse("not_found");
  return (await store.end(scopeOf(own), id)) ? done(null) : refuse("not_found");
}

/** Ends all of one's sessions but this one. */
export async function endOtherSessions(own: OpenSession): Promise<Result<null>> {
  if (!may(own, "end_others")) return refuse("forbidden");
  await store.endOthers(own.actor.id, own.id);
  return done(null);
}
