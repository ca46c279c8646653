import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { locales } from "~/domain/kernel/locale";
import { askForm, consentVersion } from "./form";
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

  it("takes any text from 20 to 3000 characters, whatever is in it", () => {
    const text = fc
      .string({ unit: "binary", minLength: 20, maxLength: 800 })
      .filter((some) => Array.from(some.trim()).length >= 20 && Array.from(some).length <= 3000);
    fc.assert(
      fc.property(text, (some) => {
        expect(faults({ ...good, text: some })).toEqual([]);
      }),
    );
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
