import { randomUUID } from "node:crypto";
import type { Person } from "~/domain/kernel/actor";
import { markOf } from "~/domain/following/token.server";
import { openClaim } from "~/domain/membership/claim/claim.server";
import { claimMark } from "~/domain/membership/claim/mark.server";
import type { OpenSession } from "~/domain/person/session/session";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import { may } from "./policy";
import { valueNow } from "~/domain/setting/setting.server";
import { keptLongEnough } from "./kept.server";
import { erasureDue } from "./retention";
import * as store from "./store.server";

/** What the portal keeps of somebody, for their own eyes. */
export async function readOwn(session: OpenSession) {
  const own = await openOwn(session.actor.id);
  return own && { ...own, can: { erase: may(session, "ask_erasure") && own.erasure === null } };
}

async function openOwn(id: string) {
  const own = await store.own(id, claimMark);
  // What a granted claim said has become the membership.
  const claims = own?.claims.map(({ sealed, ...claim }) => ({
    ...claim,
    said: sealed.length > 0 ? openClaim({ id: claim.id, sealed }) : null,
  }));
  return own && { ...own, claims: claims ?? [] };
}

/** The same to take along; that it was taken is noted. */
export async function exportOwn(actor: Person) {
  const own = await openOwn(actor.id);
  if (own) await store.noteExport(actor.id);
  return own;
}

/** Somebody asks that their account and what is theirs alone be erased. Asking again changes nothing. */
export async function askErasure(session: OpenSession): Promise<Result<null>> {
  if (!may(session, "ask_erasure")) return refuse("forbidden");
  const at = now();
  await store.ask(session.actor.id, at, erasureDue(at, await valueNow("keep_account")));
  return done(null);
}

/** They changed their mind. Nothing to take back is no fault. */
export async function keepAccount(session: OpenSession): Promise<void> {
  if (may(session, "keep")) await store.takeBack(session.actor.id);
}

/** For the worker, daily: erases the accounts whose day has come, and letters and traces that were kept long enough. */
export async function carryOutRetention(): Promise<void> {
  const at = now();
  for (const { personId, email } of await store.due(at)) {
    const stranger = `erased-${randomUUID()}@erased.invalid`;
    const known = { email, mark: markOf(email), claimMark: claimMark(email), stranger };
    await store.erase(personId, known, at);
  }
  await store.forgetOld((await keptLongEnough())("mail"), at);
}
