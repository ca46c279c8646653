import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentTokens, searchDocument, type Findable, type Label } from "./document";
import { highlight } from "./highlight";
import { matchNames } from "./match";
import { buildNames } from "./names";
import { groupsOf, questionOf } from "./question";
import { unitsOf } from "./query";
import { rank, rankable } from "./score";

const none = { "zh-Hans": "", "zh-Hant": "", en: "", pt: "" };
const base = { labels: [], text: none, excerpt: none, functionCode: null, places: [], year: null, state: null };

function aPlace(
  slug: string,
  hans: string,
  hant: string,
  latin: string,
  labels: [string, Label["kind"]][],
  weight = 0.9,
  within: string[] = [],
) {
  return searchDocument({
    ...base,
    kind: "place",
    slug,
    names: { "zh-Hans": hans, "zh-Hant": hant, en: latin, pt: latin },
    labels: labels.map(([text, kind]) => ({ text, kind })),
    places: [slug, ...within],
    updatedAt: "2023-04-19T00:00:00.000Z",
    weight,
  });
}

function aStation(slug: string, hans: string, en: string, more: Partial<Findable> = {}) {
  const names = { "zh-Hans": hans, "zh-Hant": hans, en, pt: en };
  return searchDocument({
    ...base,
    kind: "station",
    slug,
    names,
    updatedAt: "2023-04-19T00:00:00.000Z",
    weight: 0.8,
    ...more,
  });
}

const documents = [
  aPlace("taishan", "台山", "台山", "Taishan", [
    ["tái shān", "pinyin"],
    ["toi4 saan1", "jyutping"],
    ["Hoisan", "historic"],
    ["Toi San", "portuguese"],
  ]),
  aPlace("kaiping", "开平", "開平", "Kaiping", [
    ["kāi píng", "pinyin"],
    ["hoi1 ping4", "jyutping"],
  ]),
  aPlace("enping", "恩平", "恩平", "Enping", [["ēn píng", "pinyin"]]),
  aPlace("wuyi", "五邑", "五邑", "Wuyi", [["wǔ yì", "pinyin"]]),
  aPlace("duanfen", "端芬镇", "端芬鎮", "Duanfen", [["duān fēn", "pinyin"]], 0.6, ["taishan"]),
  aPlace("tashan", "獭山", "獺山", "Tashan", [["tǎ shān", "pinyin"]], 0.2),
  aStation("notary", "台山市公证处", "Taishan Notary Office", { places: ["taishan"] }),
  aStation("kaiping-desk", "开平调解室", "Kaiping mediation room", { places: ["kaiping"] }),
];
const index = buildNames(documents);

function ask(query: string) {
  const matches = matchNames(index, query);
  const question = questionOf(index, query, matches);
  return rank(index, question, documents.map(rankable));
}
const first = (query: string) => ask(query)[0];

describe("finding", () => {
  it.each([
    ["台山", "exact"],
    ["臺山", "exact"],
    ["台 山", "exact"],
    ["台山市", "exact"],
    ["taishan", "exact"],
    ["tái shān", "exact"],
    ["Hoisan", "variant"],
    ["toi4saan1", "variant"],
    ["toi san", "variant"],
    ["ts", "variant"],
    ["台shan", "variant"],
    ["Toyshan", "approximate"],
    ["taihsan", "approximate"],
  ] as const)("%s leads to 台山, %s", (query, match) => {
    expect(first(query)?.document.slug).toBe("taishan");
    expect(first(query)?.match).toBe(match);
  });

  it.each(["泰山", "武夷", "武夷山", "延平", "量子计算机", "bicycle repair Oslo", "🚲", "'; DROP TABLE", "%%%"])(
    "%s finds nothing for sure",
    (query) => {
      expect(ask(query).filter(({ match }) => match !== "approximate")).toEqual([]);
    },
  );

  it("a place and a topic together lead to what is there, and it says why", () => {
    expect(first("Hoisan legal")?.document.slug).toBe("notary");
    expect(first("Hoisan legal")?.why?.label).toBe("Hoisan");
    expect(first("notário Toi San")?.document.slug).toBe("notary");
    expect(first("开平 mediation")?.document.slug).toBe("kaiping-desk");
    expect(ask("开平 mediation").map(({ document }) => document.slug)).not.toContain("notary");
  });

  it("a slip in a topic word is forgiven and said", () => {
    expect(first("Hoisan notery")?.document.slug).toBe("notary");
    expect(first("Hoisan notery")?.match).toBe("approximate");
  });

  it("what is spelt exactly stands before what is meant perhaps", () => {
    expect(
      ask("tashan")
        .map(({ document }) => document.slug)
        .slice(0, 2),
    ).toEqual(["tashan", "taishan"]);
  });

  it("a place named beside what it lies in stands before all that concerns both", () => {
    const about = aStation("about", "台山端芬华侨项目", "A project in Duanfen, Taishan", {
      places: ["duanfen", "taishan"],
      weight: 1,
    });
    const more = [...documents, about];
    const names = buildNames(more);
    for (const query of ["台山端芬", "臺山端芬鎮", "Duanfen Taishan", "Hoisan 端芬"])
      expect(
        rank(names, questionOf(names, query, matchNames(names, query)), more.map(rankable))[0]?.document.slug,
      ).toBe("duanfen");
  });

  it("what is nearly the name of a village stands after all that answers to it, and is said to be near", () => {
    const villages = [
      aPlace("one", "石泉", "石泉", "Shiquan", [["shí quán", "pinyin"]], 0.2),
      aPlace("two", "石权", "石权", "Shiqian", [["shí qián", "pinyin"]], 0.2),
      aPlace("three", "大布头", "大布頭", "Dabutou", [["dà bù tóu", "pinyin"]], 0.2),
      aPlace("four", "大步头", "大步頭", "Dabutou", [["dà bù tóu", "pinyin"]], 0.2),
      aPlace("five", "大石头", "大石頭", "Dashitou", [["dà shí tóu", "pinyin"]], 0.2),
      ...documents,
    ];
    const names = buildNames(villages);
    const found = (query: string) =>
      rank(names, questionOf(names, query, matchNames(names, query)), villages.map(rankable)).map(
        ({ document, match }) => [document.slug, match],
      );
    expect(found("shiquan")).toEqual([
      ["one", "exact"],
      ["two", "approximate"],
    ]);
    expect(found("大布頭")).toEqual([
      ["three", "exact"],
      ["four", "approximate"],
    ]);
    expect(found("taishan").map(([slug]) => slug)).not.toContain("tashan");
  });

  it("characters with spaces between them are read as one run", () => {
    expect(unitsOf("台 山 公\u3000证 处")).toEqual(unitsOf("台山公证处"));
    expect(unitsOf("台山 公证").map(({ run }) => run)).toEqual([0, 0, 1, 1]);
  });

  it("finds each thing by each of its names", () => {
    for (const document of documents)
      for (const name of Object.values(document.names)) expect(first(name)?.document.key).toBe(document.key);
  });

  it("gives the same list for every script", () => {
    const keys = (query: string) => ask(query).map(({ document, score }) => [document.key, score]);
    expect(keys("開平調解室")).toEqual(keys("开平调解室"));
    expect(keys("端芬鎮")).toEqual(keys("端芬镇"));
    expect(keys("ｔａｉｓｈａｎ")).toEqual(keys("taishan"));
  });

  it("answers anything that can be typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (query) => {
        const question = questionOf(index, query, matchNames(index, query));
        expect(groupsOf(index, question).length).toBeLessThanOrEqual(10);
        expect(rank(index, question, documents.map(rankable)).length).toBeLessThanOrEqual(documents.length);
      }),
    );
  });

  it("a new thing never hides what another is exactly called", () => {
    const name = fc.string({ unit: fc.constantFrom(..."台山开平恩新会村taishnkp "), minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(name, (other) => {
        const more = [...documents, aPlace("other", other, other, other, [], 0.2)];
        const names = buildNames(more);
        const found = rank(names, questionOf(names, "台山", matchNames(names, "台山")), more.map(rankable));
        expect(found.slice(0, 2).map(({ document }) => document.slug)).toContain("taishan");
      }),
    );
  });

  it("the tokens of a place are its own: a county's name does not answer with its villages", () => {
    const village = aPlace("x", "海口", "海口", "Haikou", [], 0.2);
    expect(documentTokens({ ...village, places: ["x", "duanfen", "taishan"] }).text).not.toContain("@taishan");
    expect(documentTokens(documents[6] ?? village).text).toContain("@taishan");
  });
});

describe("highlight", () => {
  it("marks the match in whichever script the text stands", () => {
    const marked = (text: string, ...tokens: string[]) =>
      highlight(text, tokens)
        .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
        .join("");
    expect(marked("開平碉樓", "碉楼")).toBe("開平[碉樓]");
    expect(marked("Posto Jurídico", "juridico")).toBe("Posto [Jurídico]");
    expect(marked("Illegal", "legal")).toBe("Illegal");
  });
});
