import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasSecondFactor, isFresh, labelOf, providersIn, rolesOf } from "./provider";

const names = { "zh-Hans": "市", "zh-Hant": "市", en: "City", pt: "Cidade" };
const one = { id: "city", names, issuer: "https://id.example.org", clientId: "x", clientSecret: "y" };
const grants = [{ value: "officers", role: "unit", organisation: "unit-a" }];
const read = (list: unknown) => providersIn.safeParse(JSON.stringify(list)).success;

describe("the setting of the providers", () => {
  it.each([
    [[one], true],
    [[], true],
    [[{ ...one, issuer: "http://127.0.0.1:4000" }], true],
    [[{ ...one, issuer: "http://id.example.org" }], false],
    [[{ ...one, issuer: "javascript:alert(1)" }], false],
    [[one, one], false],
    [[{ ...one, id: "../x" }], false],
    [[{ ...one, names: { en: "City" } }], false],
    [[{ ...one, roles: { claim: "groups", grants } }], true],
    [one, false],
  ])("%j: %s", (list, right) => expect(read(list)).toBe(right));

  it("is no text that is no JSON", () => expect(providersIn.safeParse("{").success).toBe(false));

  it.each(["admin", "auditor", "member", "emperor"])("gives nobody the role %s", (role) => {
    expect(read([{ ...one, roles: { claim: "groups", grants: [{ ...grants[0], role }] } }])).toBe(false);
  });
});

describe("the claims of a token", () => {
  const [provider] = providersIn.parse(
    JSON.stringify([{ ...one, secondFactor: { amr: ["mfa"], acr: ["gold"] }, roles: { claim: "groups", grants } }]),
  );
  const anything = fc.oneof(fc.anything(), fc.constantFrom("mfa", "gold", "officers", ["officers", "officers"]));
  const claims = fc.record({ amr: anything, acr: anything, groups: anything, auth_time: anything, email: anything });

  it("whatever they are, give no role but a mapped one, once, and no second factor but a named one", () => {
    if (!provider) throw new Error("There is none");
    fc.assert(
      fc.property(claims, (said) => {
        const has = (value: unknown, word: string) => (Array.isArray(value) ? value : [value]).includes(word);
        const roles = has(said.groups, "officers") ? [{ role: "unit", organisation: "unit-a" }] : [];
        expect(rolesOf(provider, said)).toEqual(roles);
        expect(hasSecondFactor(provider, said)).toBe(has(said.amr, "mfa") || has(said.acr, "gold"));
        expect(labelOf(said).length).toBeLessThanOrEqual(120);
        if (typeof said.auth_time !== "number") expect(isFresh(said, 1000, new Date())).toBe(false);
      }),
    );
  });
});
