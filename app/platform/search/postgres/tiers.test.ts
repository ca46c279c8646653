import { expect, it } from "vitest";
import { standsBefore, tiersOf, type Standing } from "./tiers";

/** Rows with weights and keys, all unlike, in their order or in that of the seed. */
function rowsOf(seed: number, inOrder: boolean): Standing[] {
  const rows = Array.from({ length: 6000 }, (_, number) => ({
    weight: [0.2, 0.6, 0.88, 1][number % 4] ?? 0,
    key: `proposal:${String((number * (seed * 2 + 7919)) % 100_003).padStart(6, "0")}`,
  }));
  return inOrder ? rows.toSorted((one, other) => (standsBefore(one, other) ? -1 : 1)) : rows;
}

it.each([
  [1, true],
  [1, false],
  [2, false],
  [3, false],
])("puts all of a tier before all of the next, in whatever order rows come (%i, in order: %s)", (seed, inOrder) => {
  const { bounds, tierOf } = tiersOf();
  const placed = rowsOf(seed, inOrder).map((row) => ({ ...row, tier: tierOf(row) }));
  const strays = placed.filter((row) => row.tier !== bounds.filter((bound) => !standsBefore(row, bound)).length);
  expect(strays).toEqual([]);
  if (inOrder) expect(bounds.length).toBe(2);
});

it("fills small tiers first, each twice as large as the one before, and never more than it should", () => {
  const { bounds, tierOf } = tiersOf();
  const counts = new Map<number, number>();
  for (let number = 0; number < 400_000; number += 1) {
    const tier = tierOf({ weight: 0.5, key: `a:${String(number).padStart(6, "0")}` });
    counts.set(tier, (counts.get(tier) ?? 0) + 1);
  }
  const sizes = [...counts.values()];
  expect(sizes.slice(0, 3)).toEqual([1024, 2048, 4096]);
  expect(sizes.slice(7, 9)).toEqual([131_072, 131_072]);
  expect(counts.size).toBe(bounds.length + 1);
});
