import { readFileSync } from "node:fs";
import { isWorkday } from "chinese-days";
import Holidays from "date-holidays";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  calendarOn,
  inForceOn,
  isWorkingDay,
  kinds,
  nextWorkingDay,
  regions,
  workingDaysBetween,
  type Calendar,
  type CalendarDay,
  type Region,
} from "./calendar";
import { deskHoursBetween, deskHoursLater } from "./desk-hours";
import { daysOfNotices, noticesSchema } from "./notices";

/** RUNS=1000000 checks a million random cases of each property; without it as many as keep the run short. */
const numRuns = Number(process.env.RUNS ?? 2000);
const long = 1_800_000;

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const told = daysOfNotices(noticesSchema.parse(read("prisma/content/calendar.json")));
const calendars = Object.fromEntries(
  regions.map((region) => [
    region,
    calendarOn(
      told.filter((one) => one.region === region),
      "2027-12-31",
    ),
  ]),
) as Record<Region, Calendar>;

/** Macao's days off by another hand: the package `holidays` for Python, version 0.109. */
const macao = new Set(read("tests/factories/macao-days.json") as string[]);
const hongKong = new Set(
  [2022, 2023, 2024, 2025, 2026, 2027].flatMap((year) =>
    new Holidays("HK")
      .getHolidays(year, "en")
      .flatMap(({ date, type }) => (type === "public" ? date.slice(0, 10) : [])),
  ),
);

/** What others say of each day: a list of all days and of those worked, found without a line of the calendar. */
function oracle(last: string, works: (day: string, weekday: number) => boolean) {
  const days: string[] = [];
  for (let at = Date.UTC(2022, 0, 1); at <= Date.parse(last); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10));
  const worked = days.flatMap((day, index) => (works(day, new Date(`${day}T12:00:00Z`).getUTCDay()) ? [index] : []));
  const before = days.map((_, index) => worked.filter((one) => one <= index).length);
  return { days, worked, before, works: new Set(worked) };
}
const atWeek = (weekday: number) => weekday > 0 && weekday < 6;
const oracles = {
  jiangmen: oracle("2026-12-31", (day) => isWorkday(day)),
  macao: oracle("2027-12-31", (day, weekday) => atWeek(weekday) && !macao.has(day)),
  hongkong: oracle("2027-12-31", (day, weekday) => atWeek(weekday) && !hongKong.has(day)),
};

const region = fc.constantFrom(...regions);
/** A day that others know, with at least that many days after it. */
const known = (ahead: number) =>
  fc.tuple(region, fc.nat()).map(([where, number]) => {
    const others = oracles[where];
    return { where, others, calendar: calendars[where], at: number % (others.days.length - ahead) };
  });
const same = (got: unknown, wanted: unknown, about: string) => {
  if (got !== wanted) throw new Error(`${about}: ${String(got)}, not ${String(wanted)}`);
};

describe("working days as others count them", () => {
  it("each single day of 2022 to 2026, and to 2027 in Macao and Hong Kong", () => {
    for (const where of regions) {
      const { days, works } = oracles[where];
      const wrong = days.filter((day, index) => isWorkingDay(calendars[where], day) !== works.has(index));
      expect(wrong, where).toEqual([]);
    }
  });

  it(
    "so many working days later",
    () => {
      fc.assert(
        fc.property(known(120), fc.integer({ min: 0, max: 60 }), ({ others, calendar, at }, count) => {
          const { days, worked, before } = others;
          const wanted = count === 0 ? at : worked[(before[at] ?? 0) + count - 1];
          same(addWorkingDays(calendar, days[at] ?? "", count), days[wanted ?? -1], `${days[at]} + ${count}`);
        }),
        { numRuns },
      );
    },
    long,
  );

  it(
    "how many lie between two days, either way round",
    () => {
      fc.assert(
        fc.property(known(120), fc.nat({ max: 119 }), ({ others, calendar, at }, apart) => {
          const [from = "", to = ""] = [others.days[at], others.days[at + apart]];
          const wanted = (others.before[at + apart] ?? 0) - (others.before[at] ?? 0);
          same(workingDaysBetween(calendar, from, to), wanted, `${from} to ${to}`);
          same(workingDaysBetween(calendar, to, from) + wanted, 0, `${to} to ${from}`);
        }),
        { numRuns },
      );
    },
    long,
  );

  it(
    "the next working day",
    () => {
      fc.assert(
        fc.property(known(30), ({ others, calendar, at }) => {
          const { days, works, worked, before } = others;
          const wanted = works.has(at) ? at : worked[before[at] ?? 0];
          same(nextWorkingDay(calendar, days[at] ?? ""), days[wanted ?? -1], `next of ${days[at]}`);
        }),
        { numRuns },
      );
    },
    long,
  );

  it(
    "hours of the desk, and back",
    () => {
      const minutes = fc.nat({ max: 24 * 60 - 1 });
      fc.assert(
        fc.property(known(60), minutes, fc.integer({ min: 1, max: 120 }), ({ others, calendar, at }, minute, hours) => {
          const { days, works } = others;
          const from = Date.parse(`${days[at]}T00:00:00+08:00`) + minute * 60_000;
          let left = hours * 60 - (works.has(at) ? 24 * 60 - minute : 0);
          let index = at;
          while (left > 0) {
            index += 1;
            left -= works.has(index) ? 24 * 60 : 0;
          }
          const wanted = Date.parse(`${days[index]}T00:00:00+08:00`) + (24 * 60 + left) * 60_000;
          const later = deskHoursLater(calendar, new Date(from), hours);
          same(later.getTime(), wanted, `${days[at]} ${minute} + ${hours} h`);
          same(deskHoursBetween(calendar, new Date(from), later), hours, `${days[at]} ${minute} and back`);
        }),
        { numRuns },
      );
    },
    long,
  );
});

describe("what was told about days", () => {
  const one = fc.record({
    region: fc.constant("jiangmen" as const),
    day: fc.constantFrom("2026-05-01", "2026-05-02", "2026-05-09"),
    version: fc.integer({ min: 1, max: 9 }),
    kind: fc.constantFrom(...kinds),
    name: fc.constant("labour_day"),
    source: fc.constant("-"),
    inForce: fc.constantFrom(null, "2026-01-01", "2026-03-01", "2026-06-01"),
    confirmed: fc.boolean(),
  });
  const words = fc.uniqueArray(one, { selector: ({ day, version }) => `${day} ${version}`, maxLength: 12 });

  it("the latest word that is in force counts, in whatever order they come, and an ordinary day is what its week says", () => {
    fc.assert(
      fc.property(words, fc.constantFrom("2025-12-31", "2026-02-01", "2026-04-01", "2026-07-01"), (all, on) => {
        const calendar = calendarOn(all, on);
        expect(calendarOn(all.toReversed(), on)).toEqual(calendar);
        for (const day of ["2026-05-01", "2026-05-02", "2026-05-09"]) {
          const valid: CalendarDay[] = all.filter((word) => word.day === day && (word.inForce ?? "") <= on);
          const last = valid.toSorted((a, b) => a.version - b.version).at(-1);
          expect(inForceOn(all, on).get(day)).toEqual(last);
          const asTold = { closed: false, worked: true, ordinary: day === "2026-05-01" };
          expect(isWorkingDay(calendar, day)).toBe(asTold[last?.kind ?? "ordinary"]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the shipped calendars", () => {
  it("hold every region from 2022 to 2027, each day once, a worked day on a weekend, an announced year with its notice", () => {
    const { notices } = noticesSchema.parse(read("prisma/content/calendar.json"));
    for (const where of regions)
      for (const year of [2022, 2023, 2024, 2025, 2026, 2027])
        expect(notices.some((notice) => notice.region === where && notice.year === year)).toBe(true);
    const keys = told.map(({ region: where, day }) => `${where} ${day}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { day, kind } of told)
      if (kind === "worked") expect([0, 6], day).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
    for (const { region: where, year, confirmed, inForce } of notices)
      if (where === "jiangmen" && confirmed) expect(inForce?.slice(0, 4), `${year}`).toBe(String(year - 1));
    expect(notices.filter(({ confirmed, year }) => confirmed && year > 2026)).toEqual([]);
  });

  it("Jiangmen's days off beyond weekends are as many as the law gives: 11 a year, 13 since 2025", () => {
    for (const [year, byLaw] of [
      [2022, 11],
      [2023, 11],
      [2024, 11],
      [2025, 13],
      [2026, 13],
    ] as const) {
      const days = oracles.jiangmen.days.filter((day) => day.startsWith(`${year}-`));
      const worked = days.filter((day) => isWorkingDay(calendars.jiangmen, day)).length;
      const weekdays = days.filter((day) => atWeek(new Date(`${day}T00:00:00Z`).getUTCDay())).length;
      expect(weekdays - worked, `${year}`).toBe(byLaw);
    }
  });
});
