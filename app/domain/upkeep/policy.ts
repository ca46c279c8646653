import { holds, type Actor } from "~/domain/kernel/actor";

export const acts = ["see", "retry", "rebuild"] as const;

/** Administrators see how the portal works behind its pages, and have what failed tried again. */
export function may(actor: Actor, _act: (typeof acts)[number]): boolean {
  return holds(actor, "admin");
}
