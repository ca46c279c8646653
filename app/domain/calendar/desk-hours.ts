import { isWorkingDay, type Calendar } from "./calendar";
import { addDays, chinaDay, startOf } from "./days";

const hour = 3_600_000;

/**
 * Hours of the desk: a working day has all its 24 in China, from midnight to midnight, any other day has none. So 48 of
 * them are two working days, wherever the clock stood at first.
 */
export function deskHoursLater(calendar: Calendar, at: Date, hours: number): Date {
  let left = hours * hour;
  let day = chinaDay(at);
  let from = at.getTime();
  for (;;) {
    const end = startOf(addDays(day, 1)).getTime();
    if (isWorkingDay(calendar, day)) {
      if (left <= end - from) return new Date(from + left);
      left -= end - from;
    }
    day = addDays(day, 1);
    from = end;
  }
}

/** How many hours of the desk lie between two moments; none where the later one comes first. */
export function deskHoursBetween(calendar: Calendar, from: Date, to: Date): number {
  let passed = 0;
  let at = from.getTime();
  for (let day = chinaDay(from); at < to.getTime(); day = addDays(day, 1)) {
    const end = Math.min(startOf(addDays(day, 1)).getTime(), to.getTime());
    if (isWorkingDay(calendar, day)) passed += end - at;
    at = end;
  }
  return passed / hour;
}
