/** How often a digest comes, at most: every day, or on Mondays. */
export const rhythms = ["daily", "weekly"] as const;
export type Rhythm = (typeof rhythms)[number];

/** When somebody wants their digest: at which hour of the day, in which time zone (IANA name), how often. */
export type Schedule = { timeZone: string; hour: number; rhythm: Rhythm };

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes a thousand times longer than asking it, and there are few time zones. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    hourCycle: "h23",
    weekday: "short",
  });
  clocks.set(timeZone, made);
  return made;
}

/** The day (YYYY-MM-DD), the hour (0 to 23) and whether it is a Monday, at a moment in a time zone. */
function clockIn(timeZone: string, at: Date): { day: string; hour: number; monday: boolean } {
  const parts = clockOf(timeZone).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  return {
    day: `${part("year")}-${part("month")}-${part("day")}`,
    hour: Number(part("hour")),
    monday: part("weekday") === "Mon",
  };
}

/**
 * The day for which a digest is due now, or null: from the wanted hour on, once a day, for the weekly ones on Mondays.
 * An hour that a change of the clocks leaves out is made up for by the next one.
 */
export function dueDay({ timeZone, hour, rhythm }: Schedule, lastDay: string | null, at: Date): string | null {
  const here = clockIn(timeZone, at);
  if (here.hour < hour || here.day === lastDay) return null;
  return rhythm === "weekly" && !here.monday ? null : here.day;
}

/** Whether a text names a time zone that can be reckoned with. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
