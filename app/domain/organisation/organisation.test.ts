import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCircle, pathOf } from "./organisation";

const slugs = ["a", "b", "c", "d", "e"] as const;
const parents = fc.array(fc.constantFrom(...slugs, null), { minLength: 5, maxLength: 5 });

describe("a tree of organisations", () => {
  it("stays one, however its places are changed: no circle comes in, and every path ends at the top", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(4), fc.constantFrom(...slugs, null)), { maxLength: 30 }), (moves) => {
        const all = slugs.map((slug): { slug: string; parent: string | null } => ({ slug, parent: null }));
        for (const [at, parent] of moves) {
          const one = all[at];
          if (one && !isCircle(one.slug, parent, all)) one.parent = parent;
        }
        for (const one of all) {
          const path = pathOf(one, all);
          expect(path).not.toContain(one);
          expect(path[0]?.parent ?? null).toBeNull();
          expect(path.at(-1)?.slug ?? null).toBe(one.parent);
        }
      }),
    );
  });

  it("is gone through to an end also where it is none", () => {
    fc.assert(
      fc.property(parents, (given) => {
        const all = slugs.map((slug, at) => ({ slug: slug as string, parent: given[at] ?? null }));
        for (const one of all) expect(pathOf(one, all).length).toBeLessThanOrEqual(all.length);
        for (const one of all) expect(isCircle(one.slug, one.slug, all)).toBe(true);
      }),
    );
  });
});
