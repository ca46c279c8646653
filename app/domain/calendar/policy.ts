import { holds, type Actor } from "~/domain/kernel/actor";

export const acts = ["see", "tell"] as const;

/** Only administrators see how the calendars came about, and say what a day is. */
export function may(actor: Actor, _act: (typeof acts)[number]): boolean {
  return holds(actor, "admin");
}
