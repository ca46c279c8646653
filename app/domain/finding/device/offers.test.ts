import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchDocument, type Label } from "../document";
import { offersFor, readyToOffer } from "./offers";
import { packNames, placed, unpackNames } from "./packed";

const none = { "zh-Hans": "", "zh-Hant": "", en: "", pt: "" };

function aPlace(
  slug: string,
  hans: string,
  hant: string,
  en: string,
  pt: string,
  labels: [string, Label["kind"]][],
  above: string[],
  weight: number,
) {
  return searchDocument({
    kind: "place",
    slug,
    names: { "zh-Hans": hans, "zh-Hant": hant, en, pt },
    labels: labels.map(([text, kind]) => ({ text, kind })),
    text: none,
    excerpt: none,
    functionCode: null,
    places: [slug, ...above],
    year: null,
    state: null,
    updatedAt: "2023-04-19T00:00:00.000Z",
    weight,
  });
}

const packed = packNames([
  aPlace(
    "440781",
    "龙头",
    "龍頭",
    "Longtou",
    "Longtou",
    [
      ["lóng tóu", "pinyin"],
      ["lung4 tau4", "jyutping"],
    ],
    ["taishan"],
    0.2,
  ),
  aPlace(
    "taishan",
    "台山",
    "台山",
    "Taishan",
    "Taishan",
    [
      ["tái shān", "pinyin"],
      ["toi4 saan1", "jyutping"],
      ["Hoisan", "historic"],
      ["新寧", "alias"],
    ],
    ["jiangmen"],
    0.9,
  ),
  aPlace(
    "kaiping",
    "开平",
    "開平",
    "Kaiping",
    "Kaiping",
    [
      ["kāi píng", "pinyin"],
      ["hoi1 ping4", "jyutping"],
    ],
    ["jiangmen"],
    0.9,
  ),
  aPlace(
    "shangchuan",
    "上川岛",
    "上川島",
    "Shangchuan Island",
    "Ilha de Sanchoão",
    [["shàng chuān dǎo", "pinyin"]],
    ["taishan"],
    0.5,
  ),
]);
const offering = readyToOffer(unpackNames(packed));
const slugs = (typed: string) => offersFor(offering, typed, 8).map(({ name }) => name.slug);

describe("offers", () => {
  it.each([
    ["台", "taishan"],
    ["開", "kaiping"],
    ["开平", "kaiping"],
    ["龙", "440781"],
    ["龍頭", "440781"],
    ["tais", "taishan"],
    ["Ｔａｉｓ", "taishan"],
    ["tái sh", "taishan"],
    ["toi4 s", "taishan"],
    ["hois", "taishan"],
    ["Sancho", "shangchuan"],
    ["sanchoão", "shangchuan"],
    ["ts", "taishan"],
    ["tiash", "taishan"],
    ["新寧", "taishan"],
  ])("%s offers %s first", (typed, slug) => {
    expect(slugs(typed)[0]).toBe(slug);
  });

  it.each(["", " ", "泰山", "x", "🚲", "\ud800"])("%s offers nothing", (typed) => {
    expect(slugs(typed)).toEqual([]);
  });

  it("says which spelling was typed, and where the place lies", () => {
    expect(offersFor(offering, "hoisan", 1)[0]?.spelling).toBe("Hoisan");
    expect(offersFor(offering, "taishan", 1)[0]?.spelling).toBeNull();
    const [village] = offersFor(offering, "龍頭", 1);
    expect(village && placed(village.name, "zh-Hant")).toBe("龍頭 · 台山");
  });

  it("loses nothing in packing", () => {
    const village = (slug: string, hans: string) =>
      aPlace(slug, hans, hans, "Xin", "Xin", [["xīn", "pinyin"]], ["taishan"], 0.2);
    const documents = [village("440781101201", "新"), village("440781101202", "心"), village("440781102201", "辛")];
    const unpacked = unpackNames(packNames(documents));
    expect(unpacked.map(({ slug, names, labels }) => ({ slug, names, labels }))).toEqual(
      documents.map(({ slug, names }) => ({ slug, names, labels: ["xin"] })),
    );
  });

  it("answers anything that can be typed", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => offersFor(offering, typed, 8).length <= 8));
  });

  it("says that a spelling was typed too where it stands in the name of a family", () => {
    const chan = searchDocument({
      kind: "surname",
      slug: "chen",
      names: { "zh-Hans": "陈", "zh-Hant": "陳", en: "Chan (陳)", pt: "Chan (陳)" },
      labels: ["Chan", "Tan"].map((text) => ({ text, kind: "family" })),
      text: none,
      excerpt: none,
      functionCode: null,
      places: [],
      year: null,
      state: null,
      updatedAt: "2023-04-19T00:00:00.000Z",
      weight: 0.7,
    });
    const family = readyToOffer(unpackNames(packNames([chan])));
    const spelling = (typed: string) => offersFor(family, typed, 1)[0]?.spelling;
    expect(["chan", "cha", "tan", "陳", "陈"].map(spelling)).toEqual(["Chan", "Chan", "Tan", null, null]);
  });
});
