import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chinaDay, startOf } from "~/domain/calendar/days";
import { keptUntil } from "~/domain/privacy/retention";
import { settingForm } from "./form";
import { countingOn, settingNames, settings, valueOn } from "./setting";

const said = (version: number, inForce: string, value: number, name: "keep_lead" | "accept_days" = "accept_days") => ({
  name,
  version,
  inForce,
  value,
  changedAt: new Date(0),
});

describe("a setting", () => {
  it("comes with a value within its own bounds", () => {
    for (const name of settingNames) {
      const { value, least, most } = settings[name];
      expect(value, name).toBeGreaterThanOrEqual(least);
      expect(value, name).toBeLessThanOrEqual(most);
    }
  });

  it("counts from its first day on, until the next one's, whichever was said first", () => {
    const words = [said(1, "2026-07-01", 12), said(2, "2026-03-01", 8)];
    const on = (day: string) => valueOn(words, "accept_days", day);
    expect(["2026-02-28", "2026-03-01", "2026-06-30", "2026-07-01"].map(on)).toEqual([10, 8, 8, 12]);
    expect(valueOn(words, "ruling_days", "2026-07-01")).toBe(settings.ruling_days.value);
  });

  it("is what was said last for the same day: a change that is still ahead can be taken back", () => {
    const words = [said(1, "2026-07-01", 12), said(2, "2026-07-01", 10)];
    expect(countingOn(words, "accept_days", "2026-08-01")?.version).toBe(2);
  });
});

describe("the form of a setting", () => {
  const faultsOf = (sent: Record<string, unknown>) => {
    const good = { seen: 0, value: 12, source: "x", inForce: "2026-06-01", ...sent };
    const parsed = settingForm("accept_days", "2026-06-01").safeParse(good);
    return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
  };

  it.each([
    [{ value: 0 }, ["out_of_bounds"]],
    [{ value: 61 }, ["out_of_bounds"]],
    [{ value: 1.5 }, ["out_of_bounds"]],
    [{ value: undefined }, ["required"]],
    [{ inForce: "2026-05-31" }, ["past_day"]],
    [{ inForce: "2026-06-31" }, ["bad_day"]],
    [{ inForce: "2099-01-01", value: 60 }, []],
  ])("%j has the faults %j", (sent, faults) => expect(faultsOf(sent)).toEqual(faults));
});

describe("how long data are kept", () => {
  const day = 24 * 3600_000;
  const begin = Date.parse("2026-01-01T00:00:00+08:00");
  const on = (days: number) => chinaDay(new Date(begin + days * day));
  const word = fc.record({ first: fc.integer({ min: -50, max: 100 }), value: fc.integer({ min: 1, max: 60 }) });

  it("is never longer than any period that was in force since, and no shorter than the shortest of them", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), fc.integer({ min: 0, max: 120 }), fc.nat(150), (all, at, age) => {
        const words = all.map(({ first, value }, index) => said(index + 1, on(first), value, "keep_lead"));
        const now = startOf(on(at));
        const until = keptUntil(words, "lead", now);
        const periods = Array.from({ length: age + 1 }, (_, back) => valueOn(words, "keep_lead", on(at - back)));
        expect(startOf(on(at - age)) < until).toBe(age > Math.min(...periods));
      }),
      { numRuns: 5000 },
    );
  });
});
