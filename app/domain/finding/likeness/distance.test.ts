import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitCount, distance, letters, unlikelihood } from "./distance";

/** The same, slowly and without a limit: optimal string alignment as defined. */
function oracle(one: string, other: string): number {
  const table: number[][] = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_column, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = 1; i <= one.length; i += 1)
    for (let j = 1; j <= other.length; j += 1) {
      const swap = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const row = table[i] ?? [];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
        swap ? at(i - 2, j - 2) + 1 : Infinity,
      );
    }
  return at(one.length, other.length);
}

const word = fc.string({ unit: fc.constantFrom(..."aehinost"), maxLength: 9 });

describe("distance", () => {
  it("counts slips as defined, up to its limit", () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (one, other, limit) => {
        expect(distance(one, other, limit)).toBe(Math.min(oracle(one, other), limit + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it("never passes a near word over by its letters", () => {
    fc.assert(
      fc.property(word, word, (one, other) => bitCount(letters(one) ^ letters(other)) <= 2 * oracle(one, other)),
    );
  });

  it("thinks a letter left out or two exchanged likelier than a wrong one, and one from beside it likelier than any", () => {
    expect(unlikelihood("taihan", "taishan")).toBe(0);
    expect(unlikelihood("taihsan", "taishan")).toBe(0);
    expect(unlikelihood("taidhan", "taishan")).toBe(0.5);
    expect(unlikelihood("taisshan", "taishan")).toBe(0.5);
    expect(unlikelihood("taiqhan", "taishan")).toBe(1);
    expect(unlikelihood("taispqhan", "taishan")).toBe(1);
  });
});
