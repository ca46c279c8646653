import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "~/domain/kernel/locale";
import { askForm, consentVersion, messageForm } from "./form";
import { regionName, regionOptions, regions } from "./regions";
import { topicName, topicOptions } from "./topics";

const good = {
  requestKey: "6b1c7f0e-6f0f-4b58-9f5e-2a4b6a3f1c11",
  topic: "INH",
  region: "PA",
  nationality: "foreign",
  text: "家父在巴拿马去世,在台山留下一间房子,请问要准备什么?",
  consent: consentVersion,
};
const faults = (wish: object) =>
  askForm.safeParse(wish).error?.issues.map(({ path, message }) => `${path.join(".")}:${message}`) ?? [];

describe("the form", () => {
  it("takes an enquiry without place and address", () => {
    expect(faults(good)).toEqual([]);
  });

  it("names each fault by a key", () => {
    expect(
      faults({
        ...good,
        topic: "XXX",
        region: "XX",
        nationality: "?",
        place: "macau",
        text: "短",
        contact: "x",
        consent: "0",
      }),
    ).toEqual([
      "topic:choose",
      "place:bad_value",
      "region:choose",
      "nationality:choose",
      "text:too_short",
      "contact:email",
      "consent:consent",
    ]);
    expect(faults({})).toContain("text:required");
    expect(faults({ ...good, text: "字".repeat(3001) })).toEqual(["text:too_long"]);
  });

  it("takes any text of 20 letters or more, whatever else is in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 800 }), (some) => {
        expect(faults({ ...good, text: `${some}二十个字以上才行所以这里再写一些字凑够数目` })).toEqual([]);
      }),
    );
  });

  it("counts a line's end once, as the field in the browser does", () => {
    const lines = `${"字".repeat(99)}\r\n`.repeat(30).slice(0, -2);
    expect(faults({ ...good, text: lines })).toEqual([]);
  });

  it("is not taken in by signs that nobody sees", () => {
    expect(faults({ ...good, text: "\u200B".repeat(40) })).toEqual(["text:too_short"]);
    expect(faults({ ...good, text: "\u3164\u00AD".repeat(40) })).toEqual(["text:too_short"]);
    expect(messageForm.safeParse({ requestKey: good.requestKey, text: "\u2060\u2060\u2060" }).success).toBe(false);
  });
});

describe("the lists of the form", () => {
  const own = (code: string) => `own ${code}`;

  it.each(locales)("%s: every country or region once, none by its code, China's first", (locale) => {
    const options = regionOptions(locale, own);
    expect(new Set(options.map(({ value }) => value))).toEqual(new Set(regions));
    expect(options).toHaveLength(regions.length);
    expect(new Set(options.map(({ label }) => label)).size).toBe(regions.length);
    expect(options.filter(({ label }) => /^[A-Z]{2}$/.test(label))).toEqual([]);
    expect(options.slice(0, 4).map(({ label }) => label)).toEqual(["own CN", "own HK", "own MO", "own TW"]);
    expect(options.at(-1)?.value).toBe("ZZ");
  });

  it("says the names that stand in our own words and those of the common table", () => {
    expect(regionName("MO", "en", own)).toBe("own MO");
    expect(regionName("PA", "pt", own)).toBe("Panamá");
  });

  it.each(locales)("%s: every topic has a name", (locale) => {
    for (const { value, label } of topicOptions(locale)) expect(topicName(value, locale)).toBe(label);
    expect(topicName("GONE", locale)).toBe("GONE");
  });
});
