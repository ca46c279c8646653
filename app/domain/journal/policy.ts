import { holds, type Actor } from "~/domain/kernel/actor";

export const acts = ["read", "export"] as const;
export type Act = (typeof acts)[number];

/** Who may search the journal and take it along: auditors, and nobody else, administrators neither. */
export function may(actor: Actor, _act: Act): boolean {
  return holds(actor, "auditor");
}
