import type { z } from "zod";
import { addDays, chinaDay, startOf } from "~/domain/calendar/days";
import { roles, type Person } from "~/domain/kernel/actor";
import { isKey } from "~/domain/kernel/key";
import { wishOf } from "~/domain/kernel/listing";
import { refuse, type Result } from "~/domain/kernel/refusal";
import { now } from "~/platform/clock";
import type { grantForm } from "./form";
import * as store from "./store.server";
import {
  heldFor,
  isOpen,
  isValid,
  mayDisable,
  mayGrant,
  mayManageAccess,
  mayRevoke,
  maySee,
  type Held,
  type Wish,
} from "../policy";

/** What the query of a list of people asks for; anything else is left out. */
function searchOf(query: URLSearchParams): store.Search {
  const wish = wishOf(query, store.sorts, { by: "name", down: false });
  return { ...wish, role: roles.find((role) => role === query.get("role")) ?? null };
}

/** One page of the people with an account, by name, address or role, with what they hold now; null: not for this person. */
export async function people(actor: Person, query: URLSearchParams) {
  if (!maySee(actor)) return null;
  const search = searchOf(query);
  await store.noteLook(actor.id, "person.list");
  return { search, page: await store.page(search, now()) };
}

/** All people that the query asks for, as it is at one moment; null: not for this person. */
export async function allPeople(actor: Person, query: URLSearchParams) {
  if (!maySee(actor)) return null;
  const search = searchOf(query);
  return { search, view: await store.whole(search, now()) };
}

/** Somebody with every role they hold, held or will hold, and which of them this administrator may end. */
export async function readPerson(actor: Person, id: string | undefined) {
  if (!maySee(actor) || !isKey(id)) return null;
  const [found, own, organisations] = await Promise.all([store.find(id), rightsOf(actor), store.organisations()]);
  if (!found) return null;
  const at = now();
  await store.noteLook(actor.id, "person.read", found.id);
  const grants = found.grants
    .toSorted((one, other) => other.from.getTime() - one.from.getTime())
    .map((grant) => ({
      ...grant,
      valid: isValid(grant, at),
      ahead: grant.from > at && isOpen(grant, at),
      can: isOpen(grant, at) && mayRevoke(own, grant, actor.id, at),
    }));
  return {
    person: { ...found, grants },
    organisations,
    self: found.id === actor.id,
    can: {
      manage: mayManageAccess(own, at),
      disable: mayDisable(own, { actorId: actor.id, personId: found.id }, at),
    },
    sessions: await store.countSessions(found.id, at),
  };
}

/**
 * Gives somebody a role for an organisation of the right kind, or changes for how long they hold it. Refused `forbidden`
 * where it is more than the actor holds, `wrong_state` where no administrator would be left, `invalid` where there is no
 * such organisation.
 */
export async function grantRole(
  actor: Person,
  id: string | undefined,
  sent: z.output<typeof grantForm>,
): Promise<Result<string>> {
  if (!maySee(actor)) return refuse("forbidden");
  const person = isKey(id) ? await store.find(id) : null;
  if (!person) return refuse("not_found");
  const at = now();
  const period = await periodOf(sent, at);
  if (!period) return refuse("invalid");
  const wish = { personId: person.id, ...period };
  if (!mayGrant(await rightsOf(actor), wish, at)) return refuse("forbidden");
  return store.give(wish, { id: actor.id, part: "admin" }, at);
}

/** The role that a form asks for, for which organisation and when; null where there is no such organisation, or it is over. */
export async function periodOf(sent: z.output<typeof grantForm>, at: Date): Promise<Wish | null> {
  const kind = heldFor[sent.role];
  const organisations = kind ? await store.organisations() : [];
  const organisation =
    organisations.find((one) => one.open && one.kind === kind && one.slug === sent.organisation)?.slug ?? null;
  if (kind && organisation === null) return null;
  const from = sent.from && sent.from > chinaDay(at) ? startOf(sent.from) : at;
  const until = sent.until ? startOf(addDays(sent.until, 1)) : null;
  return until && until <= at ? null : { role: sent.role, organisation, from, until };
}

/** Ends a role now. Refused `wrong_state` where no administrator would be left, `conflict` where it has ended already. */
export async function revokeRole(
  actor: Person,
  id: string | undefined,
  grantId: string | undefined,
): Promise<Result<string>> {
  const found = await readPerson(actor, id);
  const held = found?.person.grants.find((grant) => grant.id === grantId);
  if (!held) return refuse("not_found");
  const at = now();
  if (!mayRevoke(await rightsOf(actor), held, actor.id, at)) return refuse("forbidden");
  return store.end(held, { id: actor.id, part: "admin" }, at);
}

/** What the actor holds, with its times: what was read at the beginning of the request says nothing of those. */
export async function rightsOf(actor: Person): Promise<Held[]> {
  return (await store.find(actor.id))?.grants ?? [];
}
