import * as fc from "fast-check";
import * as OpenCC from "opencc-js";
import { describe, expect, it } from "vitest";
import { fold, hanOnly, joined } from "./fold";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
);

describe("fold", () => {
  it("is total and idempotent, whatever is typed", () => {
    fc.assert(
      fc.property(anyText, (text) => fold(fold(text)) === fold(text)),
      { numRuns: 500 },
    );
  });

  it("leaves no control character and no half of a pair", () => {
    fc.assert(fc.property(anyText, (text) => !/[\p{Cc}\p{Cs}]/u.test(fold(text))));
  });

  it.each([
    ["臺山", "台山"],
    ["台山", "台山"],
    ["開平", "开平"],
    ["新會", "新会"],
    ["鶴山", "鹤山"],
    ["沖蔞", "冲蒌"],
    ["衝", "冲"],
    ["邨", "村"],
    ["裏", "里"],
    ["鬥", "斗"],
  ])("%s is %s", (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  it("unites the scripts of every common character", () => {
    const common = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCodePoint(code));
    const ways = (["hk", "tw", "t"] as const).map((to) => OpenCC.Converter({ from: "cn", to }));
    const simplified = OpenCC.Converter({ from: "t", to: "cn" });
    fc.assert(
      fc.property(common, (character) => {
        const hans = simplified(character);
        for (const way of ways) expect(fold(way(hans))).toBe(fold(hans));
      }),
      { numRuns: 2000 },
    );
  });

  it("takes full width, case and accents off", () => {
    expect(fold("Ｔáishān")).toBe("taishan");
    expect(fold("Sanchoão")).toBe("sanchoao");
    expect(joined("T'ai-shan")).toBe("taishan");
    expect(hanOnly("J府文化公園")).toBe("府文化公园");
  });
});
