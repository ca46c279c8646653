import type { Calendar } from "~/domain/calendar/calendar";
import { deskHoursBetween, deskHoursLater } from "~/domain/calendar/desk-hours";
import type { Enquiry, State, Step } from "./enquiry";

/**
 * The station's promise: an answer within so many working days, counted in hours of the desk so that the time of day
 * counts as well. A colleague may step in when it was missed.
 */
export type Promised = { calendar: Calendar; days: number };

const hour = 3_600_000;
const owing: readonly State[] = ["received", "claimed", "waiting"];

/** How pressing an enquiry is, known without its words: by half of the promised time, then by all of it. */
export type Urgency = "fresh" | "soon" | "late";

/** Since when the station owes an answer and the holder has the enquiry, after a step taken at `at`. */
export function clocksAfter(
  enquiry: Enquiry,
  { state, claimedBy }: Step,
  at: Date,
): Pick<Enquiry, "claimedAt" | "owedSince"> {
  const kept = claimedBy === enquiry.claimedBy ? enquiry.claimedAt : at;
  return {
    claimedAt: claimedBy === null ? null : kept,
    owedSince: owing.includes(state) ? (enquiry.owedSince ?? at) : null,
  };
}

/** Null while the station owes no answer. */
export function urgencyOf(
  { owedSince }: Pick<Enquiry, "owedSince">,
  at: Date,
  { calendar, days }: Promised,
): Urgency | null {
  if (!owedSince) return null;
  const within = days * 24;
  const hours = deskHoursBetween(calendar, owedSince, at);
  return hours >= within ? "late" : hours >= within / 2 ? "soon" : "fresh";
}

/**
 * The moment from which the holder has kept an answer owing for the whole promised time: counted from the later of
 * taking it and being asked. Null where nobody holds it or nothing is owed.
 */
export function overdueFrom(
  { claimedAt, owedSince }: Pick<Enquiry, "claimedAt" | "owedSince">,
  { calendar, days }: Promised,
): Date | null {
  if (!claimedAt || !owedSince) return null;
  return deskHoursLater(calendar, claimedAt > owedSince ? claimedAt : owedSince, days * 24);
}

/** How long ago: in full hours below two days, in full days from then on. */
export function ageOf(since: Date, at: Date): { unit: "now" | "hours" | "days"; count: number } {
  const hours = Math.max(0, Math.floor((at.getTime() - since.getTime()) / hour));
  if (hours >= 48) return { unit: "days", count: Math.floor(hours / 24) };
  return { unit: hours === 0 ? "now" : "hours", count: hours };
}
