import { holds, type Actor } from "~/domain/kernel/actor";
import type { Enquiry, Verb } from "./enquiry";

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

/** What the asker may do. The receipt code alone says who that is: there is no account. */
export function mayAsker(verb: Verb): boolean {
  return verb === "write" || verb === "solve";
}
