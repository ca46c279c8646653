import { holds, type Actor } from "~/domain/kernel/actor";

export const acts = ["see", "change"] as const;

/** Administrators see the settings and change them. */
export function may(actor: Actor, _act: (typeof acts)[number]): boolean {
  return holds(actor, "admin");
}
