import { describe, expect, it } from "vitest";
import { locales } from "~/domain/kernel/locale";
import { zoneOptions } from "./zones";

const labelsOf = (locale: (typeof locales)[number], at: string) =>
  new Map(zoneOptions(locale, new Date(at), (country) => country).map(({ value, label }) => [value, label]));

describe("time zones", () => {
  it("are named as they are reckoned today, in summer as in winter", () => {
    for (const at of ["2026-01-15", "2026-07-15"]) {
      expect(labelsOf("pt", at).get("Europe/Lisbon")).toBe("PT · Hora da Europa Ocidental");
      expect(labelsOf("zh-Hant", at).get("Europe/Lisbon")).toBe("PT · 西歐時間");
      expect(labelsOf("en", at).get("Europe/London")).toBe("GB · United Kingdom Time");
      expect(labelsOf("zh-Hans", at).get("Asia/Ho_Chi_Minh")).toBe("VN · 中南半岛时间");
    }
  });

  it("are the same choices in every language", () => {
    const [first, ...others] = locales.map((locale) => [...labelsOf(locale, "2026-07-15").keys()]);
    for (const other of others) expect(other).toEqual(first);
  });
});
