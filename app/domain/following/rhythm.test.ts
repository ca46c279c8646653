import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueDay, isTimeZone, rhythms, type Schedule } from "./rhythm";

const zones = ["Asia/Macau", "America/Los_Angeles", "Europe/Lisbon", "Asia/Kolkata", "Pacific/Auckland", "UTC"];
const schedule = fc.record({
  timeZone: fc.constantFrom(...zones),
  hour: fc.integer({ min: 0, max: 23 }),
  rhythm: fc.constantFrom(...rhythms),
});
const quarter = 15 * 60_000;

/** The days on which a worker that looks every quarter of an hour sends a digest, in the follower's own zone. */
function sent(wish: Schedule, from: number, quarters: number): string[] {
  const days: string[] = [];
  for (let at = from; at < from + quarters * quarter; at += quarter) {
    const day = dueDay(wish, days.at(-1) ?? null, new Date(at));
    if (day) days.push(day);
  }
  return days;
}

describe("when a digest is due", () => {
  it("is once for each day or Monday, whatever the clocks do, and not before its hour", () => {
    // 2026-10-25: the clocks of Lisbon go back; 2026-11-01: those of Los Angeles; 2026-09-27: Auckland's go forward.
    const starts = ["2026-09-20", "2026-10-20", "2026-10-28", "2026-11-23"].map((day) => Date.parse(day));
    fc.assert(
      fc.property(schedule, fc.constantFrom(...starts), (wish, from) => {
        const days = sent(wish, from, 14 * 96);
        expect(new Set(days).size).toBe(days.length);
        expect(days).toEqual(days.toSorted());
        const few = wish.rhythm === "weekly" ? [1, 2, 3] : [13, 14, 15];
        expect(few).toContain(days.length);
        if (wish.rhythm === "weekly") for (const day of days) expect(new Date(day).getUTCDay()).toBe(1);
      }),
      { numRuns: 60 },
    );
    expect(dueDay({ timeZone: "Asia/Macau", hour: 8, rhythm: "daily" }, null, new Date("2026-11-24T00:00:00Z"))).toBe(
      "2026-11-24",
    );
    expect(dueDay({ timeZone: "Asia/Macau", hour: 8, rhythm: "daily" }, null, new Date("2026-11-23T23:59:00Z"))).toBe(
      null,
    );
  });

  it("knows time zones", () => {
    for (const zone of zones) expect(isTimeZone(zone)).toBe(true);
    for (const none of ["", "Mars/Olympus", "Asia/", "'; --"]) expect(isTimeZone(none)).toBe(false);
  });
});
