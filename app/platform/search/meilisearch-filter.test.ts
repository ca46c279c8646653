import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atLeast, filterConditions, groupCondition } from "./meilisearch-filter";

/** Says whether a condition over a0, a1, … holds, by letting JavaScript read it. */
function holds(condition: string, values: boolean[]): boolean {
  const read = condition.replace(/a(\d+)/g, (_, at) => String(values[Number(at)]));
  return new Function(`return ${read.replaceAll("AND", "&&").replaceAll("OR", "||")}`)() as boolean;
}

describe("a filter for Meilisearch", () => {
  it("counts how many conditions hold", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 10 }), fc.nat(9), (values, more) => {
        const wanted = (more % values.length) + 1;
        const names = values.map((_, at) => `a${at}`);
        expect(holds(atLeast(wanted, names), values)).toBe(values.filter(Boolean).length >= wanted);
      }),
    );
  });

  it("stays short and flat for ten groups", () => {
    const ten = Array.from({ length: 10 }, (_, at) => `a${at}`);
    const all = ten.map((_, level) => atLeast(level + 1, ten));
    expect(Math.max(...all.map((text) => text.match(/a\d/g)?.length ?? 0))).toBe(98);
    const depth = (text: string) => {
      let now = 0;
      return Math.max(...[...text].map((character) => (now += character === "(" ? 1 : character === ")" ? -1 : 0)));
    };
    expect(Math.max(...all.map(depth))).toBeLessThan(10);
  });

  it("quotes values, and lets nothing match that could not be stored", () => {
    expect(groupCondition(["台山", 'a"b', "@taishan"])).toBe('tokens IN ["台山", "@taishan"]');
    expect(groupCondition(["a\\"])).toBe('kind = "@nothing"');
    expect(filterConditions({ kind: "place", place: 'x" OR kind = "y', year: 2024 })).toEqual([
      'kind = "place"',
      'kind = "@nothing"',
      "year = 2024",
    ]);
  });
});
