import { describe, expect, it } from "vitest";
import { ageOf, clocksAfter, overdueFrom, urgencyOf } from "./waiting";
import type { Enquiry } from "./enquiry";

const at = (hours: number) => new Date(Date.UTC(2026, 4, 4) + hours * 3_600_000);
/** A calendar on which every day is what its week says; at(0) is on a Monday. */
const plain = { calendar: new Map<string, boolean>(), days: 2 };
const fresh: Enquiry = {
  id: "1",
  reference: "ZX-2026-0001",
  locale: "en",
  topic: "INH",
  place: null,
  region: "PA",
  nationality: "foreign",
  state: "received",
  version: 1,
  claimedBy: null,
  claimedAt: null,
  owedSince: at(0),
  createdAt: at(0),
  answeredAt: null,
};

describe("what the station owes", () => {
  it("begins with the question, ends with the answer, begins anew when the asker writes again", () => {
    const taken = clocksAfter(fresh, { state: "claimed", claimedBy: "ann" }, at(5));
    expect(taken).toEqual({ claimedAt: at(5), owedSince: at(0) });
    const held: Enquiry = { ...fresh, ...taken, state: "claimed", claimedBy: "ann" };
    const answered = clocksAfter(held, { state: "answered", claimedBy: "ann" }, at(9));
    expect(answered).toEqual({ claimedAt: at(5), owedSince: null });
    const asked = { ...held, ...answered, state: "answered" as const };
    const again = clocksAfter(asked, { state: "waiting", claimedBy: "ann" }, at(30));
    expect(again).toEqual({ claimedAt: at(5), owedSince: at(30) });
    const still = { ...asked, ...again, state: "waiting" as const };
    expect(clocksAfter(still, { state: "waiting", claimedBy: "ann" }, at(40)).owedSince).toEqual(at(30));
    expect(clocksAfter(still, { state: "waiting", claimedBy: "bea" }, at(80))).toEqual({
      claimedAt: at(80),
      owedSince: at(30),
    });
    expect(clocksAfter(still, { state: "erased", claimedBy: null }, at(90))).toEqual({
      claimedAt: null,
      owedSince: null,
    });
  });

  it("presses more with every day", () => {
    expect([0, 23.9, 24, 47.9, 48].map((hours) => urgencyOf(fresh, at(hours), plain))).toEqual([
      "fresh",
      "fresh",
      "soon",
      "soon",
      "late",
    ]);
    expect(urgencyOf({ owedSince: null }, at(99), plain)).toBeNull();
  });

  it("is overdue with a holder two days after both the asking and the taking", () => {
    expect(overdueFrom({ owedSince: at(0), claimedAt: at(5) }, plain)).toEqual(at(53));
    expect(overdueFrom({ owedSince: at(30), claimedAt: at(5) }, plain)).toEqual(at(78));
    expect(overdueFrom({ owedSince: null, claimedAt: at(5) }, plain)).toBeNull();
    expect(overdueFrom({ owedSince: at(0), claimedAt: null }, plain)).toBeNull();
  });

  it("neither presses nor is overdue by hours on which the station is closed", () => {
    const friday = { owedSince: at(100), claimedAt: at(100) };
    expect(overdueFrom(friday, plain)).toEqual(at(196));
    expect(urgencyOf(friday, at(159), plain)).toBe("fresh");
    expect(urgencyOf(friday, at(196), plain)).toBe("late");
    expect(overdueFrom(friday, { ...plain, calendar: new Map([["2026-05-09", true]]) })).toEqual(at(172));
  });

  it("is told in hours below two days, in days from then on", () => {
    expect(ageOf(at(0), at(0.9))).toEqual({ unit: "now", count: 0 });
    expect(ageOf(at(0), at(47.9))).toEqual({ unit: "hours", count: 47 });
    expect(ageOf(at(0), at(48))).toEqual({ unit: "days", count: 2 });
    expect(ageOf(at(3), at(0))).toEqual({ unit: "now", count: 0 });
  });
});
