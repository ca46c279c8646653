import { holds, type Actor } from "~/domain/kernel/actor";

/** Only administrators see how the calendars came about, and say what a day is. */
export function may(actor: Actor, _act: "see" | "tell"): boolean {
  return holds(actor, "admin");
}
