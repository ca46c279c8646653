import { array, assert, boolean, constantFrom, nat, option, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { roles, type Grant } from "~/domain/kernel/actor";
import { factors, lasts, limitsOf, rightsOf, usable } from "./session";

const minute = 60_000;
const day = 24 * 60 * minute;
const aGrant = record({
  role: constantFrom(...roles),
  organisation: option(constantFrom("a", "b"), { nil: null }),
});
const grantsOf = array(aGrant, { maxLength: 5 });
const staffHolds = (grants: readonly Grant[]) => grants.some(({ role }) => role !== "member");

describe("a session", () => {
  it("of a member lasts 30 days, of staff 12 hours or 30 minutes unused, whatever else they hold", () => {
    const [member, unit] = [
      { role: "member", organisation: null },
      { role: "unit", organisation: "a" },
    ] as const;
    expect(limitsOf([member])).toEqual({ idle: 30 * day, absolute: 30 * day });
    for (const grants of [[unit], [member, unit], [unit, member]])
      expect(limitsOf(grants)).toEqual({ idle: 30 * minute, absolute: 12 * 60 * minute });
  });

  it("ends at the moment that its limits say, neither before nor after", () => {
    const start = new Date("2026-03-01T00:00:00Z");
    assert(
      property(grantsOf, nat(40 * day), nat(40 * day), (grants, used, unused) => {
        const seenAt = new Date(start.getTime() + used);
        const at = new Date(seenAt.getTime() + unused);
        const idle = staffHolds(grants) ? 30 * minute : 30 * day;
        const absolute = staffHolds(grants) ? 720 * minute : 30 * day;
        expect(lasts({ createdAt: start, seenAt }, grants, at)).toBe(unused < idle && used + unused < absolute);
      }),
    );
  });
});

it("rights are the same text exactly when they are the same rights", () => {
  assert(
    property(grantsOf, grantsOf, (one, other) => {
      const texts = (grants: Grant[]) =>
        grants.map((grant) => JSON.stringify([grant.role, grant.organisation])).toSorted();
      expect(rightsOf(one) === rightsOf(other)).toBe(JSON.stringify(texts(one)) === JSON.stringify(texts(other)));
    }),
  );
});

it("without a second factor no role that serves others is usable, but in accounts to try the portal with", () => {
  assert(
    property(grantsOf, option(constantFrom(...factors), { nil: null }), boolean(), (grants, factor, demo) => {
      const got = usable(grants, factor, demo);
      expect(got).toEqual(factor !== null || demo ? grants : grants.filter(({ role }) => role === "member"));
    }),
  );
});
