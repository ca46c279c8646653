import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { professions, roles, withStaff, type Role } from "~/domain/kernel/actor";
import { isValid, keepsAdministrator, mayGrant, mayRevoke, teamsOf, type Held } from "./policy";

const at = new Date("2026-06-01T00:00:00Z");
const day = (days: number) => new Date(at.getTime() + days * 86_400_000);
const moment = fc.integer({ min: -9, max: 9 }).map(day);
const organisation = fc.constantFrom(null, "unit-a", "unit-b");
const held: fc.Arbitrary<Held> = fc.record({
  id: fc.uuid(),
  personId: fc.constantFrom("ann", "bea"),
  role: fc.constantFrom(...roles),
  organisation,
  from: moment,
  until: fc.option(moment),
});
const wish = fc.record({
  personId: fc.constantFrom("ann", "bea", "cleo"),
  role: fc.constantFrom(...roles),
  organisation,
  from: moment,
  until: fc.option(moment),
});
const ends = (until: Date | null) => until?.getTime() ?? Infinity;

/** Who leads those of a role: whatever their profession, a station's have one head. */
const headOf = (role: Role) => (professions.some((one) => one === role) ? "station_head" : `${role}_head`);

describe("who may give a role", () => {
  it("nobody gives more than they hold: not another organisation's, not for longer, not to themselves", () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 4 }), wish, (all, one) => {
        const own = all.map((grant) => ({ ...grant, personId: "ann" }));
        if (!mayGrant(own, one, at)) return;
        expect(one.personId).not.toBe("ann");
        expect(one.role).not.toBe("member");
        const valid = own.filter((grant) => isValid(grant, at));
        const whole = valid.filter((grant) => grant.role === "admin" && grant.organisation === null);
        const same = valid.filter(
          (grant) =>
            grant.organisation === one.organisation &&
            (grant.role === "admin" ? one.role !== "admin" : grant.role === headOf(one.role)),
        );
        const longest = Math.max(...[...whole, ...same].map(({ until }) => ends(until)));
        expect(longest).toBeGreaterThanOrEqual(ends(one.until));
      }),
      { numRuns: 3000 },
    );
  });

  it("an administrator of the whole portal gives any role but a member's for any time; one of a unit only that unit's, while they serve", () => {
    const admin: Held = { id: "1", personId: "ann", role: "admin", organisation: null, from: day(-1), until: null };
    const unit = { personId: "bea", role: "unit" as const, organisation: "unit-a", from: at, until: null };
    expect(mayGrant([admin], unit, at)).toBe(true);
    expect(mayGrant([admin], { ...unit, role: "member", organisation: null }, at)).toBe(false);
    expect(mayGrant([admin], { ...unit, role: "admin", organisation: null }, at)).toBe(true);
    const local = { ...admin, organisation: "unit-a", until: day(5) };
    expect(mayGrant([local], { ...unit, until: day(5) }, at)).toBe(true);
    expect(mayGrant([local], { ...unit, until: day(6) }, at)).toBe(false);
    expect(mayGrant([local], unit, at)).toBe(false);
    expect(mayGrant([local], { ...unit, organisation: "unit-b", until: day(1) }, at)).toBe(false);
    expect(mayGrant([local], { ...unit, role: "admin", until: day(1) }, at)).toBe(false);
    expect(mayGrant([{ ...admin, from: day(1) }], unit, at)).toBe(false);
    expect(mayGrant([{ ...admin, until: at }], unit, at)).toBe(false);
  });
});

describe("the professions of a station", () => {
  const head: Held = {
    id: "1",
    personId: "ann",
    role: "station_head",
    organisation: "station-a",
    from: day(-1),
    until: null,
  };

  it.each(professions)("%s: given by its head, for that station alone, and never by a unit's", (role) => {
    const wished = { personId: "bea", role, organisation: "station-a", from: at, until: null };
    expect(mayGrant([head], wished, at)).toBe(true);
    expect(mayGrant([head], { ...wished, organisation: "station-b" }, at)).toBe(false);
    expect(mayGrant([{ ...head, role: "unit_head" }], wished, at)).toBe(false);
    expect(mayRevoke([head], { ...wished, id: "2" }, "ann", at)).toBe(true);
  });

  it.each(professions)("%s: may what the station's staff may, and leads nobody", (role) => {
    const grants = withStaff([{ role, organisation: "station-a" }]);
    expect(grants).toEqual([
      { role: "station", organisation: "station-a" },
      { role, organisation: "station-a" },
    ]);
    expect(teamsOf({ id: "bea", name: "", grants })).toEqual([]);
  });
});

describe("who may end a role", () => {
  it("who leads an organisation makes others its staff, not heads, for as long as they lead it at most", () => {
    const role = "unit_head" as const;
    const head: Held = { id: "1", personId: "ann", role, organisation: "unit-a", from: day(-1), until: day(5) };
    const wished = { personId: "bea", role: "unit" as const, organisation: "unit-a", from: at, until: day(5) };
    expect(mayGrant([head], wished, at)).toBe(true);
    for (const more of [
      { role: "unit_head" as const },
      { role: "station" as const },
      { role: "admin" as const },
      { organisation: "unit-b" },
      { organisation: null },
      { until: day(6) },
      { until: null },
      { personId: "ann" },
    ])
      expect([more, mayGrant([head], { ...wished, ...more }, at)]).toEqual([more, false]);
    expect(mayGrant([{ ...head, until: at }], wished, at)).toBe(false);
    expect(teamsOf({ id: "ann", name: "", grants: [head] })).toEqual([{ roles: ["unit"], organisation: "unit-a" }]);
  });

  it("is who may give it, its head, and its holder where they are an administrator; nobody else", () => {
    fc.assert(
      fc.property(fc.array(held, { maxLength: 4 }), held, (all, one) => {
        const own = all.map((grant) => ({ ...grant, personId: "ann" }));
        const rights = own.filter((grant) => grant.role === "admin" && isValid(grant, at));
        const reach =
          rights.some((grant) => grant.organisation === null || grant.organisation === one.organisation) ||
          own.some(
            (grant) => isValid(grant, at) && grant.role === headOf(one.role) && grant.organisation === one.organisation,
          );
        expect(mayRevoke(own, one, "ann", at)).toBe(one.personId === "ann" ? rights.length > 0 : reach);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the last administrator", () => {
  it("cannot vanish: after every change that is allowed there is one now, and on any day to come", () => {
    fc.assert(
      fc.property(fc.array(held, { minLength: 1, maxLength: 5 }), fc.nat(), (all, number) => {
        const changed = all[number % all.length]?.id ?? "";
        if (!keepsAdministrator(all, changed, at)) return;
        const left = all.filter(({ id, role, organisation: of }) => id !== changed && role === "admin" && of === null);
        for (const when of [at, day(100_000)]) expect(left.some((one) => isValid(one, when))).toBe(true);
      }),
      { numRuns: 3000 },
    );
    const one: Held = { id: "1", personId: "ann", role: "admin", organisation: null, from: day(-1), until: null };
    expect(keepsAdministrator([one], "1", at)).toBe(false);
    expect(keepsAdministrator([one, { ...one, id: "2" }], "1", at)).toBe(true);
    expect(keepsAdministrator([one, { ...one, id: "2", until: day(9) }], "1", at)).toBe(false);
    expect(keepsAdministrator([one, { ...one, id: "2", from: day(1) }], "1", at)).toBe(false);
  });
});
