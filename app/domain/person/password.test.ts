import { describe, expect, it } from "vitest";
import { faultOfPassword, fits, hashOf } from "./password.server";

describe("a new password", () => {
  it.each([
    ["Tr0ub4dor&3", "too_short_password"],
    ["我爱江门我爱江门", "too_short_password"],
    ["passwordpassword", "weak"],
    ["123456789012", "weak"],
    ["jiangmen2026!", "weak"],
    ["qiaoqiao-demo", "weak"],
    ["我爱江门我爱江门我爱江门", "weak"],
    ["meiling.chan@example.org", "weak"],
    ["Chan Mei Ling 1", "weak"],
    ["Ab1!".repeat(33), "too_long"],
    ["tangerine lamp ferry", null],
    ["correct horse battery", null],
    ["碉楼影子落在荷塘水面上的黄昏", null],
  ])("%s: %s", async (password, fault) => {
    expect(await faultOfPassword(password, ["Chan Mei Ling", "meiling.chan@example.org"])).toBe(fault);
  });

  it("asks for no capitals, digits or signs", async () => {
    expect(await faultOfPassword("lamplighter ferry orchard", [])).toBeNull();
  });
});

describe("a kept password", () => {
  it("is Argon2id, fits whatever form its signs come in, and no other fits", async () => {
    const kept = await hashOf("café tangerine ferry");
    expect(kept).toMatch(/^\$argon2id\$/);
    expect(await fits(kept, "café tangerine ferry")).toBe(true);
    expect(await fits(kept, "cafe tangerine ferry")).toBe(false);
  });

  it("that is none fits nothing", async () => {
    expect(await fits(null, "")).toBe(false);
    expect(await fits("none", "none")).toBe(false);
  });
});
