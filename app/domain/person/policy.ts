import { holds, type Actor, type Role } from "~/domain/kernel/actor";

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
export const heldFor: Partial<Record<Role, string>> = { committee: "committee", unit: "unit", station: "station" };

/** Administrators see who holds what. */
export function maySee(actor: Actor): boolean {
  return holds(actor, "admin");
}

/**
 * Whether somebody who holds `own` may give this role. An administrator of the whole portal may give any, one of an
 * organisation only roles for that organisation; nobody gives a role for longer than they hold the right to, and nobody
 * gives one to themselves.
 */
export function mayGrant(own: readonly Held[], wish: Wish & { personId: string }, at: Date): boolean {
  return own.some(
    (held) =>
      held.role === "admin" &&
      isValid(held, at) &&
      held.personId !== wish.personId &&
      (held.organisation === null || (held.organisation === wish.organisation && wish.role !== "admin")) &&
      (held.until === null || (wish.until !== null && wish.until <= held.until)),
  );
}

/** Whether somebody may end what another holds: what they could give, they may take; and anybody may lay down their own. */
export function mayRevoke(own: readonly Held[], held: Held, actorId: string, at: Date): boolean {
  if (held.personId === actorId) return own.some((one) => one.role === "admin" && isValid(one, at));
  return own.some(
    (one) =>
      one.role === "admin" && isValid(one, at) && (one.organisation === null || one.organisation === held.organisation),
  );
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
