import { holds, organisationsOf, type Actor } from "~/domain/kernel/actor";
import type { Enquiry, Verb } from "./enquiry";
import { overdueFrom, type Promised } from "./waiting";

/** What staff of the station may want with an enquiry. `see` shows codes and states, `read` opens the words. */
export const staffVerbs = ["see", "claim", "read", "release", "answer", "close", "set_aside"] as const;
export type StaffVerb = (typeof staffVerbs)[number];

/**
 * The only place that decides what staff may do. Everybody at the station sees that an enquiry exists and may take it;
 * the words, and every step after that, are for the one who holds it.
 */
export function may(actor: Actor, verb: StaffVerb, enquiry: Enquiry): boolean {
  if (!actor || !holds(actor, "station")) return false;
  return verb === "see" || verb === "claim" || enquiry.claimedBy === actor.id;
}

/**
 * Whether somebody may take over what `holder` has: a colleague of the same station once the answer is overdue in the
 * holder's hands, and anybody of the station at once when the holder works there no more.
 */
export function mayTakeOver(actor: Actor, enquiry: Enquiry, holder: Actor, at: Date, promised: Promised): boolean {
  if (!actor || !holds(actor, "station")) return false;
  if (enquiry.claimedBy === null || enquiry.claimedBy === actor.id) return false;
  const overdue = overdueFrom(enquiry, promised);
  if (!overdue) return false;
  if (!holds(holder, "station")) return true;
  const stations = organisationsOf(holder, "station");
  return overdue <= at && stations.some((station) => holds(actor, "station", station));
}

/** What the asker may do. The receipt code alone says who that is: there is no account. */
export function mayAsker(verb: Verb): boolean {
  return verb === "write" || verb === "solve" || verb === "erase";
}
