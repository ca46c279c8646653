import type { Person } from "~/domain/kernel/actor";

export const acts = ["read", "export", "ask_erasure", "keep"] as const;
export type Act = (typeof acts)[number];

/**
 * What somebody may do with their own account; nobody may do it with another's. Staff do not erase theirs while they
 * serve: what they did must keep a name until their role ends.
 */
export function may(actor: Person, act: Act): boolean {
  return act !== "ask_erasure" || actor.grants.every(({ role }) => role === "member");
}
