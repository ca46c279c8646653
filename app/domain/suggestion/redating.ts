import { calendarOn, inForceOn, nextWorkingDay, type CalendarDay } from "~/domain/calendar/calendar";
import { chinaDay } from "~/domain/calendar/days";
import { acceptanceDue } from "./due";
import type { Step, Suggestion } from "./suggestion";

type Told = CalendarDay & { changedAt: Date };

/**
 * An assigned suggestion with its last day to be taken on as the calendar has it today, and the event that says why it
 * moved; null where it stands. `since` is when the day was last set. A day that moves nearer moves no nearer than the
 * next working day, so that nobody is late by what was said afterwards. `acceptDays` are those of the day of assignment:
 * a rule that changes later leaves what was assigned before as it was.
 */
export function redated(
  now: Suggestion,
  told: readonly Told[],
  since: Date,
  at: Date,
  acceptDays: number,
): Step | null {
  if (now.state !== "assigned" || !now.assignedAt) return null;
  const today = chinaDay(at);
  const calendar = calendarOn(told, today);
  const counted = acceptanceDue({ calendar, acceptDays }, now.assignedAt);
  const was = now.acceptBy;
  const least = was === null ? counted : earlier(was, nextWorkingDay(calendar, today));
  const acceptBy = counted < least ? least : counted;
  if (acceptBy === was) return null;
  const causes = news(told, since, today).filter(
    ({ day }) => day > chinaDay(now.assignedAt ?? at) && day <= later(acceptBy, was ?? acceptBy),
  );
  return {
    next: { ...now, acceptBy, version: now.version + 1 },
    event: {
      verb: "redate",
      particulars: { acceptBy, ...(was ? { was } : {}), ...particularsOf(causes) },
      words: null,
    },
  };
}

/** What was said of days since that moment, or came into force since. */
function news(told: readonly Told[], since: Date, today: string): Told[] {
  const known = chinaDay(since);
  return [...inForceOn(told, today).values()].filter(
    ({ changedAt, inForce }) => changedAt > since || (inForce !== null && inForce > known),
  );
}

/** The first day that is another now, what it is, who says so, and how many more there are. */
function particularsOf(causes: Told[]): Record<string, string> {
  const [first, ...rest] = causes.toSorted((one, other) => (one.day < other.day ? -1 : 1));
  if (!first) return {};
  const { day, kind, source } = first;
  return { day, kind, source, ...(rest.length > 0 ? { more: String(rest.length) } : {}) };
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

function later(one: string, other: string): string {
  return one > other ? one : other;
}
