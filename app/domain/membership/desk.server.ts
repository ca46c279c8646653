import type { z } from "zod";
import type { Person } from "~/domain/kernel/actor";
import { addressOf } from "~/domain/kernel/address";
import { isKey } from "~/domain/kernel/key";
import { wishOf } from "~/domain/kernel/listing";
import { refuse, refuseFor, type Result } from "~/domain/kernel/refusal";
import { valueNow } from "~/domain/setting/setting.server";
import { now } from "~/platform/clock";
import { secondsToWait } from "~/platform/session/limits";
import type { memberForm, profileForm } from "./form";
import * as lists from "./list-store.server";
import { endOf, kinds, lastDayOf, stateOf, states, termOf, type Membership, type Profile } from "./member";
import { may } from "./policy";
import * as store from "./store.server";

/** What the query of a list of members asks for; anything else is left out. */
function searchOf(query: URLSearchParams): lists.Search {
  return {
    ...wishOf(query, lists.sorts, { by: "name", down: false }),
    kind: kinds.find((kind) => kind === query.get("kind")) ?? null,
    state: states.find((state) => state === query.get("state")) ?? null,
  };
}

const shown = (one: Membership, at: Date) => ({ ...one, state: stateOf(one, at), lastDay: lastDayOf(one) });

/** One page of the members, by name, address, kind or state; null: not for this person. */
export async function members(actor: Person, query: URLSearchParams) {
  if (!may(actor, "list")) return null;
  await store.noteLook(actor.id, "membership.list");
  const search = searchOf(query);
  return { search, page: await lists.page(search, now()) };
}

/** All members that the query asks for, as they are at one moment; null: not for this person. */
export async function allMembers(actor: Person, query: URLSearchParams) {
  if (!may(actor, "list")) return null;
  const search = searchOf(query);
  return { search, view: await lists.whole(search, now()) };
}

/** One membership with what this clerk may do to it now; null: not found. */
export async function readMember(actor: Person, id: string | undefined) {
  const found = may(actor, "read") && isKey(id) ? await store.find(id) : null;
  if (!found) return null;
  const at = now();
  await store.noteLook(actor.id, "membership.read", found.id);
  const member = shown(found, at);
  const open = member.state !== "over";
  const waiting = member.state === "waiting";
  return {
    member,
    invitedUntil: waiting ? await store.invitedUntil(found.email, at) : null,
    can: {
      change: open && may(actor, "change", found.personId),
      end: open && may(actor, "end", found.personId),
      invite: waiting && may(actor, "invite", found.personId),
    },
  };
}

export function profileOf(sent: Omit<z.output<typeof memberForm>, "email">, at: Date): Profile {
  const { name, nameLatin = null, locale, kind, session, sector = null, liaisonGroup = null } = sent;
  return { name, nameLatin, locale, kind, session, sector, liaisonGroup, ...termOf(sent.from, sent.until, at) };
}

/**
 * Adds a member: who has an account holds the role from now on and is told so, who has none is invited to one. Refused
 * `conflict` where the address has a membership in that time, `invalid` where the term is over, `forbidden` for oneself.
 */
export async function addMember(actor: Person, sent: z.output<typeof memberForm>): Promise<Result<string>> {
  const [email, at] = [addressOf(sent.email), now()];
  if (!may(actor, "add", await store.accountOf(email))) return refuse("forbidden");
  const made = { ...profileOf(sent, at), email };
  if (stateOf({ ...made, personId: null }, at) === "over") return refuse("invalid");
  const wait = await secondsToWait(`invite:${actor.id}`, await valueNow("invitations"), 3600);
  return wait > 0 ? refuseFor(wait) : store.add(made, actor.id, at);
}

/**
 * Writes down another profile of a member. Refused `conflict` where somebody else did meanwhile, `invalid` where the term
 * is over or meets another one of theirs.
 */
export async function changeMember(
  actor: Person,
  id: string | undefined,
  { seen, ...sent }: z.output<typeof profileForm>,
): Promise<Result<string>> {
  const found = isKey(id) && may(actor, "read") ? await store.find(id) : null;
  if (!found) return refuse("not_found");
  if (!may(actor, "change", found.personId)) return refuse("forbidden");
  const at = now();
  const next = profileOf(sent, at);
  return stateOf({ ...next, personId: null }, at) === "over"
    ? refuse("invalid")
    : store.change(found.id, seen, next, actor.id, at);
}

/** Ends a membership after its last day; the role of a member ends with it. */
export async function endMember(actor: Person, id: string | undefined, lastDay: string): Promise<Result<string>> {
  const found = isKey(id) && may(actor, "read") ? await store.find(id) : null;
  if (!found) return refuse("not_found");
  if (!may(actor, "end", found.personId)) return refuse("forbidden");
  return store.end(found.id, endOf(lastDay), actor.id, now());
}

/** Sends the invitation anew to who has not taken it up; the link of the one before is no longer good. */
export async function inviteMember(actor: Person, id: string | undefined): Promise<Result<string>> {
  const found = isKey(id) && may(actor, "read") ? await store.find(id) : null;
  if (!found) return refuse("not_found");
  if (!may(actor, "invite", found.personId)) return refuse("forbidden");
  const wait = await secondsToWait(`invite:${actor.id}`, await valueNow("invitations"), 3600);
  return wait > 0 ? refuseFor(wait) : store.invite(found.id, actor.id, now());
}

/** What somebody is a member as, for their own desk: as it stands today, or as it last stood. */
export async function ownMembership(actor: Person) {
  const at = now();
  const all = (await store.ofPerson(actor.id)).map((one) => shown(one, at));
  return all.find(({ state }) => state === "valid") ?? all[0] ?? null;
}
