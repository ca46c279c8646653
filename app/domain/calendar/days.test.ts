import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, chinaDay, isDay, isWeekend, monthsLater, startOf } from "./days";

const numRuns = Number(process.env.RUNS ?? 500);
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partsOf = (text: string) => text.split("-").map(Number) as [number, number, number];
const textOf = (...parts: number[]) => parts.map((part) => String(part).padStart(2, "0")).join("-");
const lastOf = (year: number, month: number) => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};
/** The day of the week by Zeller's congruence: 0 is Saturday, 1 is Sunday. */
const zeller = (year: number, month: number, date: number) => {
  const [y, m] = month < 3 ? [year - 1, month + 12] : [year, month];
  const century = Math.floor(y / 100);
  const rest = y % 100;
  return (
    (date + Math.floor((13 * (m + 1)) / 5) + rest + Math.floor(rest / 4) + Math.floor(century / 4) + 5 * century) % 7
  );
};

describe("days", () => {
  it("a month later is the same day, or the last of a shorter month", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const [year, month, date] = partsOf(from);
        const whole = year * 12 + month - 1 + months;
        const [wantedYear, wantedMonth] = [Math.floor(whole / 12), (whole % 12) + 1];
        const wanted = textOf(wantedYear, wantedMonth, Math.min(date, lastOf(wantedYear, wantedMonth)));
        if (monthsLater(from, months) !== wanted) throw new Error(`${monthsLater(from, months)}, not ${wanted}`);
      }),
      { numRuns },
    );
  }, 600_000);

  it("so many days later is so many days away, across months and leap years", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (from, days) => {
        let [year, month, date] = partsOf(from);
        for (let left = days; left > 0; left -= 1) {
          date += 1;
          if (date > lastOf(year, month)) [month, date] = [month + 1, 1];
          if (month > 12) [year, month] = [year + 1, 1];
        }
        expect(partsOf(addDays(from, days))).toEqual([year, month, date]);
      }),
    );
  });

  it("weekends are found by another rule too, and only days that exist are days", () => {
    const any = fc.tuple(
      fc.integer({ min: 1900, max: 2200 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
    );
    fc.assert(
      fc.property(any, ([year, month, date]) => {
        const exists = month >= 1 && month <= 12 && date >= 1 && date <= lastOf(year, month);
        const text = textOf(year, month, date);
        expect(isDay(text)).toBe(exists);
        if (exists) expect(isWeekend(text)).toBe(zeller(year, month, date) <= 1);
      }),
      { numRuns: 2000 },
    );
    for (const text of ["", "2023-1-1", "tomorrow", "2023-01-01T00:00:00Z", "20230101"])
      expect(isDay(text)).toBe(false);
  });

  it("the day is China's, not the server's", () => {
    expect(chinaDay(new Date("2023-12-31T15:59:59Z"))).toBe("2023-12-31");
    expect(chinaDay(new Date("2023-12-31T16:00:00Z"))).toBe("2024-01-01");
    expect(startOf("2024-01-01")).toEqual(new Date("2023-12-31T16:00:00Z"));
  });
});
