import type { Prepared } from "../engine";

/** Where a row stands in the order that does not depend on what is asked: weightiest first, then by key. */
export type Standing = Pick<Prepared, "weight" | "key">;

export function standsBefore(one: Standing, other: Standing): boolean {
  return one.weight > other.weight || (one.weight === other.weight && one.key < other.key);
}

/** So many tiers are each twice as large as the one before: whatever is common is met in the first ones, which are small. */
const growing = 8;
const sizeOf = (tier: number) => 1024 * 2 ** Math.min(tier, growing - 1);

/** One row in so many, by its key, bears a mark: in what share of those a token stands tells how common it is in all. */
export const sampledOf = 128;
export const sample = "sample";

/**
 * Cuts rows into tiers by their standing: all of one tier stand before all of the next. `bounds` are the first rows of
 * all tiers but the first. Rows that come in their order fill tiers evenly; others fall into the tier they belong to.
 */
export function tiersOf() {
  const bounds: Standing[] = [];
  let held = 0;
  let last: Standing | undefined;
  const tierOf = (row: Standing): number => {
    if (last && standsBefore(row, last)) return bounds.filter((bound) => !standsBefore(row, bound)).length;
    last = { weight: row.weight, key: row.key };
    if (held === sizeOf(bounds.length)) {
      bounds.push(last);
      held = 0;
    }
    held += 1;
    return bounds.length;
  };
  return { bounds, tierOf };
}
