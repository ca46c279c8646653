import type { Localized } from "~/domain/kernel/locale";
import { addDays, isWeekend } from "./days";

/** The places whose working days the portal knows. */
export const regions = ["jiangmen", "macao", "hongkong"] as const;
export type Region = (typeof regions)[number];

/**
 * What a day is told to be: `closed` on whatever day of the week, `worked` although it is a weekend (调休), or `ordinary`,
 * which takes back what was told before.
 */
export const kinds = ["closed", "worked", "ordinary"] as const;
export type DayKind = (typeof kinds)[number];

/** The days that have a name in `locales/<language>/calendar.json`; a rest day in lieu is named after what it stands for. */
export const dayNames = [
  "new_year",
  "spring_festival",
  "lunar_new_year",
  "qingming",
  "good_friday",
  "day_after_good_friday",
  "easter_eve",
  "easter_monday",
  "labour_day",
  "buddha_birthday",
  "dragon_boat",
  "hksar_day",
  "mid_autumn",
  "day_after_mid_autumn",
  "national_day",
  "day_after_national_day",
  "chung_yeung",
  "all_souls",
  "immaculate_conception",
  "msar_day",
  "winter_solstice",
  "christmas_eve",
  "christmas_day",
  "day_after_christmas",
] as const;
export const inLieu = "in_lieu.";

/** What was told about one day of one region. Nothing is overwritten: a later word has a higher version. */
export type CalendarDay = {
  region: Region;
  /** YYYY-MM-DD. */
  day: string;
  version: number;
  kind: DayKind;
  /** One of `dayNames`, the same after `in_lieu.`, or a name in four languages. */
  name: string | Localized;
  /** The notice, law or page that says so. */
  source: string;
  /** The day from which it counts, as YYYY-MM-DD; null: always. */
  inForce: string | null;
  /** False while no official notice has said so for that year. */
  confirmed: boolean;
};

/** Which days of a region are not what their day of the week says: true is worked, false is closed. */
export type Calendar = ReadonlyMap<string, boolean>;

/** What counts on a day, by the latest word in force on it about each day. */
export function inForceOn<Told extends CalendarDay>(told: readonly Told[], on: string): Map<string, Told> {
  const latest = new Map<string, Told>();
  for (const one of told) {
    if (one.inForce !== null && one.inForce > on) continue;
    if (one.version > (latest.get(one.day)?.version ?? -1)) latest.set(one.day, one);
  }
  return latest;
}

/** The calendar of one region as it counts on a day. `told` holds that region's days only. */
export function calendarOn(told: readonly CalendarDay[], on: string): Calendar {
  return new Map(
    [...inForceOn(told, on).values()].flatMap(({ day, kind }) =>
      kind === "ordinary" ? [] : [[day, kind === "worked"] as const],
    ),
  );
}

export function isWorkingDay(calendar: Calendar, day: string): boolean {
  return calendar.get(day) ?? !isWeekend(day);
}

/** That day when it is worked, otherwise the first day after it that is. */
export function nextWorkingDay(calendar: Calendar, day: string): string {
  let next = day;
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1);
  return next;
}

/** The working day that is so many working days after a day, which is itself not counted. Zero gives the day itself. */
export function addWorkingDays(calendar: Calendar, day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(calendar, at)) left -= 1;
  }
  return at;
}

/** How many working days lie after `from` up to and including `to`; negative where `to` comes first. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let at = from; at < to;) {
    at = addDays(at, 1);
    if (isWorkingDay(calendar, at)) count += 1;
  }
  return count;
}
