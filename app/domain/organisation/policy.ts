import { holds, type Actor } from "~/domain/kernel/actor";

export const acts = ["read", "add", "change", "close"] as const;
type Act = (typeof acts)[number];

/** Administrators see which organisations there are; those of the whole portal alone add, change and close them. */
export function may(actor: Actor, act: Act): boolean {
  return act === "read" ? holds(actor, "admin") : holds(actor, "admin", null);
}
