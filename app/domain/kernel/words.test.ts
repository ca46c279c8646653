import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainWords, words } from "./words";

describe("what somebody typed", () => {
  it("keeps whole signs, tabs and joined ones; drops what prints nothing and turns text about", () => {
    expect(plainWords("一\r\n二\r三\n四")).toBe("一\n二\n三\n四");
    expect(plainWords("a\u0000b\u0007c\u202Etxt.exe\u2066d\uFEFFe\u0085f")).toBe("abctxt.exedef");
    expect(plainWords("家\t人 👨‍👩‍👧 عربي\u200f")).toBe("家\t人 👨‍👩‍👧 عربي\u200f");
    expect(plainWords("x\uD800y\uDC00")).toBe("x\uFFFDy\uFFFD");
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (some) => {
        const kept = plainWords(some);
        expect(plainWords(kept)).toBe(kept);
        expect(kept.isWellFormed()).toBe(true);
        expect(kept).not.toMatch(/[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });

  it("is counted as people count: a rare Han character is one, what nobody sees none", () => {
    const fault = (text: string, most: number, least?: number) =>
      words(most, least)
        .safeParse(text)
        .error?.issues.map(({ message }) => message);
    expect(fault("𠮷".repeat(10), 10)).toBeUndefined();
    expect(fault("𠮷".repeat(11), 10)).toEqual(["too_long"]);
    expect(fault(" \u200B ", 10)).toEqual(["required"]);
    expect(fault("\u3164\u00AD一", 10, 2)).toEqual(["too_short"]);
  });
});
