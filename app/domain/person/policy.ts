import type { OpenSession } from "./session";

/** What people do with their own account. */
export type AccountVerb = "read" | "end_session" | "end_others" | "change_password" | "change_factors";

/**
 * What the holder of a session may do with the account it belongs to. An account to try the portal with is shared by
 * strangers: nobody may lock the others out, or see where they are.
 */
export function may({ demo }: Pick<OpenSession, "demo">, verb: AccountVerb): boolean {
  return !demo || verb === "read" || verb === "end_session";
}

/** Which sessions of the account they see and may end: all, or of a shared account the one they hold. */
export function scopeOf({ demo, id, actor }: Pick<OpenSession, "demo" | "id" | "actor">): {
  personId: string;
  id?: string;
} {
  return demo ? { personId: actor.id, id } : { personId: actor.id };
}
