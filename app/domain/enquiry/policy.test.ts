import { describe, expect, it } from "vitest";
import { roles, type Person, type Role } from "~/domain/kernel/actor";
import { states, verbs, type Enquiry, type State } from "./enquiry";
import { may, mayAsker, mayTakeOver, staffVerbs } from "./policy";

const person = (role: Role): Person => ({ id: "ann", name: "Ann", grants: [{ role, organisation: null }] });
const enquiry = (state: State, claimedBy: string | null): Enquiry => ({
  id: "1",
  reference: "ZX-2026-0001",
  locale: "en",
  topic: "INH",
  place: null,
  region: "PA",
  nationality: "foreign",
  state,
  version: 1,
  claimedBy,
  claimedAt: null,
  owedSince: null,
  createdAt: new Date(0),
  answeredAt: null,
});

describe.each(states)("an enquiry that is %s", (state) => {
  it("shows nobody but the station that it exists", () => {
    for (const verb of staffVerbs) {
      expect(may(null, verb, enquiry(state, null))).toBe(false);
      for (const role of roles.filter((one) => one !== "station"))
        expect(may(person(role), verb, enquiry(state, "ann"))).toBe(false);
    }
  });

  it("gives its words and its steps to the one who holds it, and to nobody else", () => {
    for (const verb of ["read", "release", "answer", "close", "set_aside"] as const) {
      expect(may(person("station"), verb, enquiry(state, "ann"))).toBe(true);
      expect(may(person("station"), verb, enquiry(state, "bea"))).toBe(false);
      expect(may(person("station"), verb, enquiry(state, null))).toBe(false);
    }
    expect(may(person("station"), "claim", enquiry(state, "bea"))).toBe(true);
  });
});

describe("taking over what a colleague holds", () => {
  const at = (hours: number) => new Date(Date.UTC(2026, 4, 4) + hours * 3_600_000);
  const staff = (id: string, organisation: string | null, role: Role = "station"): Person => ({
    id,
    name: id,
    grants: [{ role, organisation }],
  });
  /** Every day of the weeks looked at is worked. */
  const weekends = new Map(["2026-05-09", "2026-05-10", "2026-05-16", "2026-05-17"].map((day) => [day, true]));
  const calendar = { calendar: weekends, days: 2 };
  const [ann, bea] = [staff("ann", "taishan"), staff("bea", "taishan")];
  const held: Enquiry = { ...enquiry("claimed", "ann"), claimedAt: at(0), owedSince: at(-20) };

  it("is for the same station, forty-eight hours after the holder had it to answer", () => {
    expect(mayTakeOver(bea, held, ann, at(47.9), calendar)).toBe(false);
    expect(mayTakeOver(bea, held, ann, at(48), calendar)).toBe(true);
    expect(mayTakeOver(staff("cleo", "kaiping"), held, ann, at(500), calendar)).toBe(false);
    expect(mayTakeOver(staff("cleo", null), held, staff("ann", null), at(500), calendar)).toBe(false);
    for (const role of roles.filter((one) => one !== "station"))
      expect(mayTakeOver(staff("cleo", "taishan", role), held, ann, at(500), calendar)).toBe(false);
    expect(mayTakeOver(null, held, ann, at(500), calendar)).toBe(false);
  });

  it("does not count days on which the station is closed", () => {
    const closed = { ...calendar, calendar: new Map([["2026-05-05", false]]) };
    expect(mayTakeOver(bea, held, ann, at(48), closed)).toBe(false);
    expect(mayTakeOver(bea, held, ann, at(72), closed)).toBe(true);
  });

  it("counts from when the asker wrote again, and not at all while nothing is owed", () => {
    const waiting: Enquiry = { ...held, state: "waiting", owedSince: at(100) };
    expect(mayTakeOver(bea, waiting, ann, at(147), calendar)).toBe(false);
    expect(mayTakeOver(bea, waiting, ann, at(148), calendar)).toBe(true);
    expect(mayTakeOver(bea, { ...held, state: "answered", owedSince: null }, ann, at(9999), calendar)).toBe(false);
  });

  it("needs no waiting when the holder left the station", () => {
    const gone: Person = { ...ann, grants: [] };
    expect(mayTakeOver(bea, held, gone, at(0), calendar)).toBe(true);
    expect(mayTakeOver(bea, held, null, at(0), calendar)).toBe(true);
    expect(mayTakeOver(staff("cleo", "taishan", "unit"), held, gone, at(0), calendar)).toBe(false);
  });

  it("is nothing for the holder, nor where nobody holds it", () => {
    expect(mayTakeOver(ann, held, ann, at(500), calendar)).toBe(false);
    expect(mayTakeOver(bea, { ...held, claimedBy: null, claimedAt: null }, null, at(500), calendar)).toBe(false);
  });
});

it("lets the asker write, end and erase it, nothing else", () => {
  expect(verbs.filter(mayAsker)).toEqual(["write", "solve", "erase"]);
});
