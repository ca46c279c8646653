import { describe, expect, it } from "vitest";
import { aSuggestion } from "../../../tests/factories/suggestion";
import type { DayKind } from "~/domain/calendar/calendar";
import { redated as redatedBy } from "./redating";
import { states } from "./suggestion";

const monday = new Date("2026-06-01T02:00:00Z");
const assigned = aSuggestion({ state: "assigned", unitSlug: "unit-a", assignedAt: monday, acceptBy: "2026-06-15" });

/** A word about a day, said at noon of 3 June unless something else is. */
const said = (day: string, kind: DayKind, more: { inForce?: string; version?: number; at?: string } = {}) => ({
  region: "jiangmen" as const,
  day,
  kind,
  version: more.version ?? 1,
  name: "national_day",
  source: "notice 1",
  inForce: more.inForce ?? null,
  confirmed: true,
  changedAt: new Date(more.at ?? "2026-06-03T04:00:00Z"),
});
const later = new Date("2026-06-03T05:00:00Z");
type Known = Parameters<typeof redatedBy>;
const redated = (...known: [Known[0], Known[1], Known[2], Known[3]]) => redatedBy(...known, 10);

describe("a last day that is counted in working days", () => {
  it("stands while nothing was said about the days it is counted by", () => {
    expect(redated(assigned, [], monday, later)).toBeNull();
    expect(redated(assigned, [said("2026-06-16", "closed"), said("2026-05-29", "closed")], monday, later)).toBeNull();
    expect(redated(assigned, [said("2026-06-06", "closed")], monday, later)).toBeNull();
  });

  it("moves further when a day is closed, and the event says from when, why and by whose word", () => {
    const moved = redated(assigned, [said("2026-06-10", "closed"), said("2026-06-09", "closed")], monday, later);
    expect(moved?.next).toMatchObject({ acceptBy: "2026-06-17", version: assigned.version + 1, state: "assigned" });
    expect(moved?.event).toEqual({
      verb: "redate",
      particulars: {
        acceptBy: "2026-06-17",
        was: "2026-06-15",
        day: "2026-06-09",
        kind: "closed",
        source: "notice 1",
        more: "1",
      },
      words: null,
    });
  });

  it("moves nearer when a weekend is worked, but never so that somebody is late by what was said afterwards", () => {
    const worked = [said("2026-06-06", "worked")];
    expect(redated(assigned, worked, monday, later)?.next.acceptBy).toBe("2026-06-12");
    const last = new Date("2026-06-15T02:00:00Z");
    expect(redated(assigned, worked, monday, last)).toBeNull();
    const all = ["2026-06-06", "2026-06-07", "2026-06-13", "2026-06-14"].map((day) => said(day, "worked"));
    const saturday = new Date("2026-06-13T02:00:00Z");
    const first = redated(assigned, all, monday, saturday);
    expect(first?.next.acceptBy).toBe("2026-06-13");
    expect(first && redated(first.next, all, saturday, new Date("2026-06-14T02:00:00Z"))).toBeNull();
  });

  it("moves back when the word is taken back, and only from the day on which a word is in force", () => {
    const closed = said("2026-06-10", "closed");
    const moved = redated(assigned, [closed], monday, later);
    const back = said("2026-06-10", "ordinary", { version: 2, at: "2026-06-04T04:00:00Z" });
    const again = moved && redated(moved.next, [closed, back], later, new Date("2026-06-04T05:00:00Z"));
    expect(again?.event.particulars).toMatchObject({ acceptBy: "2026-06-15", was: "2026-06-16", kind: "ordinary" });
    const ahead = [said("2026-06-10", "closed", { inForce: "2026-06-05", at: "2026-05-01T00:00:00Z" })];
    expect(redated(assigned, ahead, monday, later)).toBeNull();
    const inForce = redated(assigned, ahead, monday, new Date("2026-06-04T16:05:00Z"));
    expect(inForce?.event.particulars).toMatchObject({ acceptBy: "2026-06-16", day: "2026-06-10" });
  });

  it("is set where there was none, without a reason; in no other state is there one to move", () => {
    const never = redated({ ...assigned, acceptBy: null }, [], monday, later);
    expect(never?.event.particulars).toEqual({ acceptBy: "2026-06-15" });
    for (const state of states)
      if (state !== "assigned")
        expect(redated({ ...assigned, state }, [said("2026-06-10", "closed")], monday, later)).toBeNull();
  });
});
