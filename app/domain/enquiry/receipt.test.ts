import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeOf, plainCode } from "./receipt";

const bytes = fc.uint8Array({ minLength: 13, maxLength: 32 });
const plain = (code: string) => code.replaceAll("-", "");

describe("a receipt code", () => {
  it("has four groups of five signs, none of which can be taken for another", () => {
    fc.assert(
      fc.property(bytes, (some) => {
        expect(codeOf(some)).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
      }),
    );
  });

  it("holds exactly the first hundred bits", () => {
    fc.assert(
      fc.property(bytes, fc.nat({ max: 99 }), (some, bit) => {
        const other = Uint8Array.from(some);
        other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (0x80 >> (bit & 7));
        expect(codeOf(other)).not.toBe(codeOf(some));
      }),
    );
    const some = new Uint8Array(13).fill(255);
    const other = Uint8Array.from(some);
    other[12] = 0xf0;
    expect(codeOf(other)).toBe(codeOf(some));
    expect(() => codeOf(new Uint8Array(12))).toThrow(RangeError);
  });

  it("is understood however a person writes it down", () => {
    const scribble = (code: string, turns: boolean[]) =>
      [...code]
        .map((sign, index) =>
          turns[index % turns.length]
            ? ({ "0": "o", "1": "l", "-": " – " }[sign] ?? sign.toLowerCase())
            : sign === "1"
              ? "I"
              : sign,
        )
        .join(" ");
    fc.assert(
      fc.property(bytes, fc.array(fc.boolean(), { minLength: 1, maxLength: 23 }), (some, turns) => {
        const code = codeOf(some);
        expect(plainCode(scribble(code, turns))).toBe(plain(code));
        expect(plainCode(plain(code))).toBe(plain(code));
      }),
    );
  });

  it("in full-width letters is the same code", () => {
    expect(plainCode("７Ｋ２ＱＦ７Ｋ２ＱＦ７Ｋ２ＱＦ７Ｋ２ＱＦ")).toBe("7K2QF7K2QF7K2QF7K2QF");
  });

  it.each([
    "",
    "7K2QF",
    "7K2QF-7K2QF-7K2QF-7K2QFX",
    "UUUUU-UUUUU-UUUUU-UUUUU",
    "查询码查询码查询码查询码查询码查询码查",
  ])("%j is none", (typed) => {
    expect(plainCode(typed)).toBeNull();
  });
});
