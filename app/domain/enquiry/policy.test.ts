import { describe, expect, it } from "vitest";
import { roles, type Person, type Role } from "~/domain/kernel/actor";
import { states, verbs, type Enquiry, type State } from "./enquiry";
import { may, mayAsker, staffVerbs } from "./policy";

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

it("lets the asker write and end it, nothing else", () => {
  expect(verbs.filter(mayAsker)).toEqual(["write", "solve"]);
});
