import { holds, type Actor } from "~/domain/kernel/actor";

export const acts = [
  "list",
  "read",
  "add",
  "change",
  "end",
  "invite",
  "import",
  "list_claims",
  "read_claim",
  "grant_claim",
  "decline_claim",
] as const;
type Act = (typeof acts)[number];

const looks: readonly Act[] = ["list", "read", "list_claims", "read_claim"];

/**
 * The committee alone keeps the list of members and sees who claims to be one: whom it has not checked has no right of a
 * member. Nobody makes a member of themselves, changes what they are one as, or decides on their own claim. `subject` is whose account it is about, or null where there is none.
 */
export function may(actor: Actor, act: Act, subject: string | null = null): boolean {
  return actor !== null && holds(actor, "committee") && (looks.includes(act) || subject !== actor.id);
}
