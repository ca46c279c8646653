import { holds, type Actor } from "~/domain/kernel/actor";

/** Administrators see how the portal works behind its pages, and have what failed tried again. */
export function may(actor: Actor, _act: "see" | "retry" | "rebuild"): boolean {
  return holds(actor, "admin");
}
