import { isStaff, type OpenSession } from "./session";

type Holder = Pick<OpenSession, "demo" | "actor" | "withheld">;

/** What people do with their own account. */
export type AccountVerb =
  "read" | "end_session" | "end_others" | "change_password" | "change_factors" | "turn_off_factor" | "add_passkey";

/**
 * What the holder of a session may do with the account it belongs to. An account to try the portal with is shared by
 * strangers: nobody may lock the others out, or see where they are. Those who serve others keep their second factor.
 */
export function may({ demo, actor, withheld }: Holder, verb: AccountVerb): boolean {
  if (demo) return verb === "read" || verb === "end_session";
  // A passkey is both factors in one: who gave it with a password alone would have made two of one.
  if (verb === "add_passkey") return withheld.length === 0;
  return verb !== "turn_off_factor" || ![...actor.grants.map(({ role }) => role), ...withheld].some(isStaff);
}

/** Which sessions of the account they see and may end: all, or of a shared account the one they hold. */
export function scopeOf({ demo, id, actor }: Pick<OpenSession, "demo" | "id" | "actor">): {
  personId: string;
  id?: string;
} {
  return demo ? { personId: actor.id, id } : { personId: actor.id };
}
