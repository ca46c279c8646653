import { holds, type Actor } from "~/domain/kernel/actor";

export const acts = ["give", "read", "handle"] as const;

/** Anybody may give a lead; only the committee reads leads and marks them as handled. */
export function may(actor: Actor, act: (typeof acts)[number]): boolean {
  return act === "give" || holds(actor, "committee");
}
