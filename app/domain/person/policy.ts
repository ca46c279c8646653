import { isStaff, servesOthers, type OpenSession } from "./session/session";
import { holds, roles, staffRolesOf, type Actor, type Person, type Role } from "~/domain/kernel/actor";

/** A role that somebody holds, or held, or will hold. Without an end it lasts until it is taken. */
export type Held = {
  id: string;
  personId: string;
  role: Role;
  organisation: string | null;
  from: Date;
  until: Date | null;
};

/** A role to be given: for an organisation, or for none, and for how long. */
export type Wish = Pick<Held, "role" | "organisation" | "from" | "until">;

/** Which kind of organisation a role is held for; a role without one is held for none. */
export const heldFor: Partial<Record<Role, string>> = {
  committee: "committee",
  committee_head: "committee",
  unit: "unit",
  unit_head: "unit",
  station: "station",
  duty_lawyer: "station",
  notary_assistant: "station",
  mediator: "station",
  interpreter: "station",
  station_head: "station",
};

/** A team that somebody leads: who works for an organisation, in one of these roles. */
export type Team = { organisation: string; roles: readonly Role[] };

/** The teams that the actor leads, whose people they see and decide on; none for everybody else. */
export function teamsOf(actor: Actor): Team[] {
  return (actor?.grants ?? []).flatMap(({ role: head, organisation }) => {
    const given = staffRolesOf(head);
    return given.length > 0 && organisation !== null ? [{ organisation, roles: given }] : [];
  });
}

/** The roles and invitations that are for one of these teams, for the query. */
export function scopeOfTeams(teams: readonly Team[]) {
  return teams.map(({ organisation, roles: held }) => ({ organisation, role: { in: [...held] } }));
}

/** Administrators see who holds what. */
export function maySee(actor: Actor): boolean {
  return holds(actor, "admin");
}

/** The roles that administrators give. Who is a member the committee finds out, and nobody else gives that role. */
export const grantable: readonly Role[] = roles.filter((role) => role !== "member");

/**
 * Whether a role is the right to give another. An administrator of the whole portal gives any, one of an organisation any
 * but their own for that organisation, and who leads it makes others its staff.
 */
function gives(held: Held, role: Role, organisation: string | null): boolean {
  if (held.role !== "admin") return staffRolesOf(held.role).includes(role) && held.organisation === organisation;
  return held.organisation === null || (held.organisation === organisation && role !== "admin");
}

/**
 * Whether somebody who holds `own` may give this role. Nobody gives a role for longer than they hold the right to, and
 * nobody gives one to themselves.
 */
export function mayGrant(own: readonly Held[], wish: Wish & { personId: string }, at: Date): boolean {
  if (!grantable.includes(wish.role)) return false;
  return own.some(
    (held) =>
      gives(held, wish.role, wish.organisation) &&
      isValid(held, at) &&
      held.personId !== wish.personId &&
      (held.until === null || (wish.until !== null && wish.until <= held.until)),
  );
}

/** Whether somebody may end what another holds: what they could give, they may take; and anybody may lay down their own. */
export function mayRevoke(own: readonly Held[], held: Held, actorId: string, at: Date): boolean {
  if (held.personId === actorId) return own.some((one) => one.role === "admin" && isValid(one, at));
  return own.some(
    (one) =>
      isValid(one, at) &&
      (gives(one, held.role, held.organisation) || (one.role === "admin" && one.organisation === held.organisation)),
  );
}

/** Whether somebody may take back an invitation: whoever could give the role that it offers. */
export function mayUninvite(
  own: readonly Held[],
  { role, organisation }: { role: Role | null; organisation: string | null },
  at: Date,
): boolean {
  return own.some((held) => isValid(held, at) && (role === null || gives(held, role, organisation)));
}

/**
 * Whether somebody may decide on how another gets in: have their password set anew, end their sessions, enable their
 * account. An administrator of the whole portal alone.
 */
export function mayManageAccess(own: readonly Held[], at: Date): boolean {
  return own.some((held) => held.role === "admin" && held.organisation === null && isValid(held, at));
}

/** Whether somebody may disable an account: whoever manages access, but never their own. */
export function mayDisable(
  own: readonly Held[],
  { actorId, personId }: { actorId: string; personId: string },
  at: Date,
): boolean {
  return actorId !== personId && mayManageAccess(own, at);
}

/**
 * Whether there is still an administrator of the whole portal, now and without an end, when `changed` is no longer one.
 * Otherwise nobody could give rights any more, at once or on some day to come.
 */
export function keepsAdministrator(administrators: readonly Held[], changed: string, at: Date): boolean {
  return administrators.some(
    (one) =>
      one.role === "admin" && one.organisation === null && one.id !== changed && isValid(one, at) && one.until === null,
  );
}

export function isValid({ from, until }: Pick<Held, "from" | "until">, at: Date): boolean {
  return from <= at && (until === null || until > at);
}

/** Whether a role is held, or will be: not over, and not taken back before it began. */
export function isOpen({ from, until }: Pick<Held, "from" | "until">, at: Date): boolean {
  return until === null || (until > at && until > from);
}

/** Whether two times have a moment in common. */
export function meet(one: Pick<Held, "from" | "until">, other: Pick<Held, "from" | "until">): boolean {
  return (one.until === null || other.from < one.until) && (other.until === null || one.from < other.until);
}

/** Whether somebody may sign in by a link in a mail: members alone. Whoever serves others shows more than that they can read a mail. */
export function mayEnterByLink({ grants }: Pick<Person, "grants">): boolean {
  return grants.length > 0 && !grants.some(({ role }) => isStaff(role));
}

type Holder = Pick<OpenSession, "demo" | "actor" | "withheld">;

/** What people do with their own account. */
export const accountVerbs = [
  "read",
  "end_session",
  "end_others",
  "change_password",
  "change_factors",
  "turn_off_factor",
  "add_passkey",
  "link_identity",
  "unlink_identity",
] as const;
type AccountVerb = (typeof accountVerbs)[number];

/**
 * What the holder of a session may do with the account it belongs to. An account to try the portal with is shared by
 * strangers: nobody may lock the others out, or see where they are. Those who serve others keep their second factor.
 */
export function may(holder: Holder, verb: AccountVerb): boolean {
  if (holder.demo) return verb === "read" || verb === "end_session";
  // A passkey is both factors in one, and an identity may be: who gave it with a password alone would have made two of one.
  if (verb === "add_passkey" || verb === "link_identity") return holder.withheld.length === 0;
  return verb !== "turn_off_factor" || !servesOthers(holder);
}

/** Which sessions of the account they see and may end: all, or of a shared account the one they hold. */
export function scopeOf({ demo, id, actor }: Pick<OpenSession, "demo" | "id" | "actor">): {
  personId: string;
  id?: string;
} {
  return demo ? { personId: actor.id, id } : { personId: actor.id };
}
