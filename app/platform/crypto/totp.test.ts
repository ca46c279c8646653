import { describe, expect, it } from "vitest";
import { addressFor, base32, codeAt, newSecret, stepAt, stepOf } from "./totp";

/** RFC 6238, appendix B, and RFC 4226, appendix D: the same secret. */
const secret = Buffer.from("12345678901234567890");

it.each([
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
])("RFC 6238: at second %s the code of eight digits is %s", (second, code) => {
  expect(codeAt(secret, stepAt(new Date(second * 1000)), 8)).toBe(code);
});

it("RFC 4226: the codes of the first ten counters", () => {
  const codes = Array.from({ length: 10 }, (_, counter) => codeAt(secret, counter));
  expect(codes).toEqual("755224 287082 359152 969429 338314 254676 287922 162583 399871 520489".split(" "));
});

it.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foobar", "MZXW6YTBOI"],
])("RFC 4648: %s in base32 is %s", (text, code) => {
  expect(base32(Buffer.from(text))).toBe(code);
});

describe("a code", () => {
  const at = new Date(1_700_000_000_000);
  const now = stepAt(at);

  it("is taken from the step before to the step after, and from no other", () => {
    const taken = [-2, -1, 0, 1, 2].map((shift) => stepOf(secret, codeAt(secret, now + shift), at, 0));
    expect(taken).toEqual([null, now - 1, now, now + 1, null]);
  });

  it("of a step that was taken, or of one before it, is not taken again", () => {
    expect(stepOf(secret, codeAt(secret, now), at, now)).toBeNull();
    expect(stepOf(secret, codeAt(secret, now - 1), at, now)).toBeNull();
    expect(stepOf(secret, codeAt(secret, now + 1), at, now)).toBe(now + 1);
  });

  it.each(["", "12345", "1234567", "abcdef", "１２３４５６"])("%s is none", (code) => {
    expect(stepOf(secret, code, at, 0)).toBeNull();
  });
});

it("the address of an app names portal and account, whatever signs they hold", () => {
  const address = new URL(addressFor(secret, "a&b?c@example.org", "侨桥 Qiaoqiao"));
  expect(address.searchParams.get("secret")).toBe("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  expect(address.searchParams.get("issuer")).toBe("侨桥 Qiaoqiao");
  expect(decodeURIComponent(address.pathname)).toMatch(/侨桥 Qiaoqiao:a&b\?c@example\.org$/);
  expect(newSecret()).toHaveLength(20);
});
