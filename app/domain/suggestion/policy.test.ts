import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anySuggestion } from "../../../tests/factories/suggestion";
import { roles, type Grant } from "~/domain/kernel/actor";
import { may, permitted, scopeOf } from "./policy";
import { handled, possible, type Verb } from "./suggestion";

const verbs = Object.keys(possible) as Verb[];
const grant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...roles),
  organisation: fc.constantFrom(null, "unit-a", "unit-b"),
});
const person = fc.record({
  id: fc.constantFrom("author", "committee", "officer", "other"),
  name: fc.constant("somebody"),
  grants: fc.array(grant, { maxLength: 3 }),
});
const has = (grants: readonly Grant[], role: string) => grants.some((one) => one.role === role);

describe("who may do what to a suggestion", () => {
  it("a visitor may do nothing", () => {
    fc.assert(
      fc.property(anySuggestion, fc.constantFrom(...verbs, "read" as const, "submit" as const), (one, act) => {
        expect(may(null, act, one)).toBe(false);
      }),
    );
  });

  it("only the author rates, revises and withdraws, and nobody handles their own", () => {
    fc.assert(
      fc.property(person, anySuggestion, (actor, one) => {
        const own = one.authorId === actor.id;
        for (const act of ["rate", "revise", "withdraw"] as const)
          if (may(actor, act, one)) expect([own, has(actor.grants, "member")]).toEqual([true, true]);
        for (const act of ["take", "return", "refuse", "assign", "accept", "ask_back", "reply", "publish"] as const)
          if (own) expect(may(actor, act, one), act).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("a unit acts only on what is assigned to it, and never rates what it replied", () => {
    fc.assert(
      fc.property(person, anySuggestion, (actor, one) => {
        const handles = actor.grants.some(({ role, organisation }) => role === "unit" && organisation === one.unitSlug);
        for (const act of ["accept", "ask_back", "reply"] as const)
          if (may(actor, act, one)) expect([handles, one.unitSlug !== null]).toEqual([true, true]);
        if (handles && one.unitSlug !== null) expect(may(actor, "rate", one)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("only the supervision office supervises, and only what is with a unit", () => {
    fc.assert(
      fc.property(person, anySuggestion, (actor, one) => {
        if (!permitted(actor, one).supervise) return;
        expect(has(actor.grants, "supervision")).toBe(true);
        expect(["assigned", "in_progress", "rehandling"]).toContain(one.state);
        expect(one.authorId).not.toBe(actor.id);
      }),
      { numRuns: 1000 },
    );
  });

  it("what the page offers is allowed and possible now; what may be read lies within the scope of the query", () => {
    fc.assert(
      fc.property(person, anySuggestion, (actor, one) => {
        const can = permitted(actor, one);
        for (const verb of verbs)
          if (can[verb]) expect([may(actor, verb, one), possible[verb].includes(one.state)]).toEqual([true, true]);
        const { authorId, units = [], all, handled: each } = scopeOf(actor);
        const seen =
          authorId === one.authorId ||
          (one.unitSlug !== null && units.includes(one.unitSlug)) ||
          (all && one.state !== "withdrawn") ||
          (each && handled.includes(one.state));
        expect(may(actor, "read", one)).toBe(seen);
      }),
      { numRuns: 1000 },
    );
  });
});
