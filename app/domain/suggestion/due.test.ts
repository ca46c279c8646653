import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, addMonths, chinaDay, lastDue, mayBeDue } from "./due";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const partsOf = (text: string) => text.split("-").map(Number) as [number, number, number];
const lastOf = (year: number, month: number) => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

describe("the days of handling", () => {
  it("a month later is the same day, or the last of a shorter month", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), (from, months) => {
        const [year, month, date] = partsOf(from);
        const whole = year * 12 + month - 1 + months;
        const [wantedYear, wantedMonth] = [Math.floor(whole / 12), (whole % 12) + 1];
        const wanted = [wantedYear, wantedMonth, Math.min(date, lastOf(wantedYear, wantedMonth))];
        expect(partsOf(addMonths(from, months))).toEqual(wanted);
      }),
    );
  });

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

  it("a due date lies after today and within six months", () => {
    fc.assert(
      fc.property(day, day, (due, today) => {
        expect(mayBeDue(due, today)).toBe(due > today && due <= addMonths(today, 6));
      }),
    );
    expect(lastDue("2023-08-31")).toBe("2024-02-29");
    for (const text of ["", "2023-1-1", "tomorrow", "2023-01-01T00:00:00Z"])
      expect(mayBeDue(text, "2022-12-31")).toBe(false);
  });

  it("the day is China's, not the server's", () => {
    expect(chinaDay(new Date("2023-12-31T15:59:59Z"))).toBe("2023-12-31");
    expect(chinaDay(new Date("2023-12-31T16:00:00Z"))).toBe("2024-01-01");
  });
});
