import { holds, type Actor } from "~/domain/kernel/actor";

/** Anybody may give a lead; only the committee reads leads and marks them as handled. */
export function may(actor: Actor, act: "give" | "read" | "handle"): boolean {
  return act === "give" || holds(actor, "committee");
}
