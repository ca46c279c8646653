import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { follow, hashOf, headOf, type Row } from "./chain.server";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const maybe = fc.option(text, { nil: null });
const anyRow = fc.record({
  at: fc.nat().map(String),
  actorId: maybe,
  actorRole: text,
  verb: text,
  kind: text,
  reference: text,
  network: maybe,
  country: maybe,
  particulars: text,
});

function chained(rows: Omit<Row, "seq" | "hash">[]): Row[] {
  let before = "";
  return rows.map((row, index) => {
    const numbered = { ...row, seq: String(index + 1) };
    before = hashOf(before, numbered);
    return { ...numbered, hash: before };
  });
}

async function* inBatches(rows: Row[], size: number): AsyncGenerator<Row[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size);
}

const anyChain = fc.array(anyRow, { minLength: 2, maxLength: 12 }).map(chained);
const size = fc.integer({ min: 1, max: 5 });

/** What somebody can do to a chain, and the first number that cannot be right any more. */
const tampered = anyChain.chain((rows) =>
  fc.oneof(
    fc
      .tuple(
        fc.nat(rows.length - 1),
        fc.constantFrom("at", "actorId", "actorRole", "verb", "kind", "reference", "network", "country", "particulars"),
        text,
      )
      .map(([at, name, value]) =>
        (rows[at] as Record<string, unknown>)[name] === value
          ? null
          : { rows: rows.map((row, index) => (index === at ? { ...row, [name]: value } : row)), bad: at + 1 },
      ),
    fc.nat(rows.length - 2).map((at) => ({ rows: rows.toSpliced(at, 1), bad: at + 1 })),
    fc.tuple(fc.nat(rows.length - 1), fc.nat(rows.length - 1)).map(([one, other]) => {
      if (one === other) return null;
      const swapped = [...rows];
      [swapped[one], swapped[other]] = [rows[other] as Row, rows[one] as Row];
      return { rows: swapped.map((row, index) => ({ ...row, seq: String(index + 1) })), bad: Math.min(one, other) + 1 };
    }),
    fc.nat(rows.length - 1).map((at) => ({ rows: rows.toSpliced(at + 1, 0, rows[at] as Row), bad: at + 1 })),
  ),
);

describe("a chain", () => {
  it("is whole as it was written, however it is read, and ends at its last row", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain, size, async (rows, most) => {
        const last = rows.at(-1) as Row;
        expect(await follow(inBatches(rows, most))).toEqual({ ok: true, seq: rows.length, hash: last.hash });
      }),
    );
  });

  it("whose fields changed, or a row is gone, twice there or swapped, is broken at the first such row", async () => {
    await fc.assert(
      fc.asyncProperty(tampered, size, async (wrong, most) => {
        fc.pre(wrong !== null);
        expect(await follow(inBatches(wrong.rows, most))).toMatchObject({ ok: false, seq: wrong.bad });
      }),
      { numRuns: 300 },
    );
  });

  it("is compared with an end that was kept elsewhere: cut or written anew, it is not the same", async () => {
    await fc.assert(
      fc.asyncProperty(anyChain, anyRow, fc.nat(20), async (rows, row, at) => {
        const kept = { seq: rows.length, hash: (rows.at(-1) as Row).hash };
        expect(await follow(inBatches(rows, 3), kept)).toMatchObject({ ok: true });
        const cut = rows.slice(0, at % rows.length);
        expect(await follow(inBatches(cut, 3), kept)).toEqual({ ok: false, seq: cut.length + 1, fault: "cut" });
        const other = rows.with(at % rows.length, { ...(rows[at % rows.length] as Row), ...row, reference: "other." });
        const anew = chained(other);
        expect(await follow(inBatches(anew, 3), kept)).toEqual({ ok: false, seq: rows.length, fault: "other" });
      }),
    );
  });

  it("tells fields apart wherever one ends, and nothing from empty", () => {
    fc.assert(
      fc.property(anyRow, anyRow, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(hashOf("", { ...one, seq: "1" }) === hashOf("", { ...other, seq: "1" })).toBe(same);
      }),
    );
    const row = { at: "1", actorId: null, actorRole: "a", verb: "b", kind: "", reference: "", particulars: "{}" };
    const hash = (more: { network: string | null; country: string | null }) =>
      hashOf("", { ...row, seq: "1", ...more });
    const all = [
      hash({ network: null, country: null }),
      hash({ network: "", country: null }),
      hash({ network: null, country: "" }),
      hash({ network: "1:", country: "" }),
      hash({ network: "", country: "1:" }),
    ];
    expect(new Set(all).size).toBe(all.length);
  });

  it("has a head that can be copied by hand from a log", () => {
    expect(headOf(`12:${"ab".repeat(32)}`)).toEqual({ seq: 12, hash: "ab".repeat(32) });
    for (const wrong of ["", "12", `12:${"AB".repeat(32)}`, `12:${"ab".repeat(31)}`, ` 12:${"ab".repeat(32)}`])
      expect(headOf(wrong)).toBeNull();
  });
});
