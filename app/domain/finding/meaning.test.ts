import { describe, expect, it } from "vitest";
import { searchDocument, type Findable, type Label } from "./document";
import { highlight, wordsOfName } from "./highlight";
import { matchNames } from "./match";
import { buildNames } from "./names";
import { questionOf } from "./question";
import { rank, rankable } from "./score";

const same = (text: string) => ({ "zh-Hans": text, "zh-Hant": text, en: text, pt: text });
const base: Omit<Findable, "kind" | "slug" | "names"> = {
  labels: [],
  text: same(""),
  excerpt: same(""),
  functionCode: null,
  places: [],
  year: null,
  state: null,
  updatedAt: "2026-01-01T00:00:00.000Z",
  weight: 0.9,
};
const label = (kind: Label["kind"]) => (text: string) => ({ text, kind });

function place(slug: string, hans: string, en: string, pinyin: string, weight = 0.95, within: string[] = []) {
  const labels = [label("pinyin")(pinyin)];
  return searchDocument({
    ...base,
    kind: "place",
    slug,
    names: { ...same(en), "zh-Hans": hans, "zh-Hant": hans },
    labels,
    places: [slug, ...within],
    weight,
  });
}
const written = (kind: Findable["kind"], slug: string, en: string, more: Partial<Findable> = {}) =>
  searchDocument({ ...base, kind, slug, names: same(en), ...more });

const documents = [
  place("kaiping", "开平", "Kaiping", "kāi píng"),
  place("enping", "恩平", "Enping", "ēn píng"),
  place("wuyi", "五邑", "Wuyi", "wǔ yì"),
  place("taishan", "台山", "Taishan", "tái shān"),
  place("chikan", "赤坎", "Chikan", "chì kǎn", 0.7, ["kaiping"]),
  place("shiquan", "石泉", "Shiquan", "shí quán", 0.2),
  place("hongling", "洪岭", "Hongling", "hóng lǐng", 0.2),
  searchDocument({
    ...base,
    kind: "surname",
    slug: "luo",
    names: { ...same("Law (羅)"), "zh-Hans": "罗", "zh-Hant": "羅" },
    labels: ["Law", "Lo"].map(label("family")),
    homes: ["kaiping"],
  }),
  searchDocument({
    ...base,
    kind: "surname",
    slug: "chen",
    names: { ...same("Chan (陳)"), "zh-Hans": "陈", "zh-Hant": "陳" },
    labels: ["Chin", "Chan"].map(label("family")),
    weight: 0.5,
  }),
  searchDocument({
    ...base,
    kind: "surname",
    slug: "ouyang",
    names: { ...same("Au Yeung (歐陽)"), "zh-Hans": "欧阳", "zh-Hant": "歐陽" },
    labels: [label("pinyin")("ōu yáng"), label("family")("Au Yeung")],
  }),
  written("station", "notary", "Taishan Notary Office", { places: ["taishan"] }),
  written("station", "legal", "Legal desk", { places: ["kaiping"] }),
  written("project", "funds", "Funds for schools"),
  written("project", "zone", "China-Europe Zone"),
  written("project", "houses", "Old houses"),
  written("event", "feminine", "Consulta jurídica"),
  written("initiative", "masculine", "Posto jurídico"),
  written("event", "towers", "Tower days", { names: { ...same("Tower days"), "zh-Hans": "碉楼文化节" } }),
  written("project", "peel", "Dried peel", { names: { ...same("Dried peel"), "zh-Hans": "陈皮" } }),
  written("project", "herons", "Heron wood", { searchWords: ["birdwatching", "觀鳥"] }),
];
const index = buildNames(documents);
const things = documents.map(rankable);

function ask(query: string): [slug: string, match: string][] {
  const question = questionOf(index, query, matchNames(index, query));
  return rank(index, question, things).map(({ document, match }) => [document.slug, match]);
}
const slugs = (query: string) => ask(query).map(([slug]) => slug);

describe("what a query means", () => {
  it.each([
    "Kaiping Shi",
    "kāi píng shì",
    "kaipingshi",
    "Kaiping City",
    "City of Kaiping",
    "cidade de Kaiping",
    "开平市",
  ])("%s is 开平, whatever sort of place is said beside it", (query) =>
    expect(ask(query)[0]).toEqual(["kaiping", "exact"]),
  );

  it.each([
    "Kaiping, Guangdong, China",
    "Kaiping Kwangtung",
    "广东省开平市",
    "中国广东开平",
    "開平縣城",
    "开平, China",
  ])("%s is 开平, written as on a letter", (query) => expect(ask(query)[0]).toEqual(["kaiping", "exact"]));

  it.each(["开坪", "开瓶", "開瓶"])("%s is nearly 开平: read like it", (query) =>
    expect(ask(query)[0]).toEqual(["kaiping", "approximate"]),
  );

  it.each([
    ["赤砍", "chikan"],
    ["恩萍", "enping"],
    ["武夷", "wuyi"],
    ["太山", "taishan"],
    ["延平", "enping"],
    ["ouyagn", "ouyang"],
  ])("%s is offered %s, as near", (query, slug) => expect(ask(query)).toContainEqual([slug, "approximate"]));

  it("one wrong character of two leads to no village of few, and to nothing that lies in what is offered", () => {
    expect(slugs("石头")).toEqual([]);
    expect(slugs("太山")).not.toContain("notary");
  });

  it("a word that the portal writes in another form is no misspelt village", () => {
    expect(ask("funding")).toEqual([["funds", "exact"]]);
    expect(slugs("housing")[0]).toBe("houses");
    expect(slugs("housing")).not.toContain("hongling");
    expect(slugs("jurídica").toSorted()).toEqual(slugs("jurídico").toSorted());
  });

  it("a family is found by its spellings as a whole, not by a word that is spelt so elsewhere", () => {
    expect(slugs("legal")).not.toContain("luo");
    expect(ask("law")[0]).toEqual(["luo", "variant"]);
    expect(slugs("law")).toContain("legal");
    expect(slugs("Chin")).toEqual(["chen"]);
    expect(slugs("oy")).toEqual(["ouyang"]);
  });

  it("a syllable is no word: a reading is looked for as a whole", () => {
    expect(slugs("shi")).toEqual([]);
    expect(slugs("shi quan")).toEqual(["shiquan"]);
  });

  it.each(["diu1 lau4", "diulau", "diao lou", "diaolou"])("%s is how a piece of a name is read", (query) =>
    expect(ask(query)[0]).toEqual(["towers", "exact"]),
  );

  it("what sounds like a piece of a name finds it, as near; a place or a family that is spelt so is no piece", () => {
    expect(ask("雕楼")[0]).toEqual(["towers", "approximate"]);
    expect(slugs("Kaiping")[0]).toBe("kaiping");
    expect(slugs("Law")[0]).toBe("luo");
  });

  it("words by which people ask find a thing, in whichever script", () => {
    for (const query of ["birdwatching", "觀鳥", "观鸟"]) expect(ask(query)).toEqual([["herons", "exact"]]);
  });

  it("a name that is said twice is one name", () => {
    for (const query of ["Law 羅", "羅 Law"]) expect(ask(query)[0]).toEqual(["luo", "exact"]);
    expect(ask("Kaiping 開平")[0]).toEqual(["kaiping", "exact"]);
  });

  it("a family and a place that are asked for together are both among the answers", () => {
    expect(slugs("Lo Kaiping").slice(0, 2).toSorted()).toEqual(["kaiping", "luo"]);
    expect(ask("Kaiping legal")).toContainEqual(["kaiping", "exact"]);
    expect(slugs("陈氏碉楼 赤坎")).toContain("chen");
    expect(slugs("陈 赤坎").slice(0, 2).toSorted()).toEqual(["chen", "chikan"]);
  });

  it.each([
    "Chan genealogy",
    "Mary Chan",
    "surname Chan from Kaiping",
    "姓陈的开平人",
    "陈氏族谱",
    "My grandfather Chan left",
  ])("the family is among the answers to %s", (query) => expect(slugs(query)).toContain("chen"));

  it("a character of a word is no family", () => {
    expect(ask("开平陈皮")[0]).toEqual(["peel", "approximate"]);
    expect(slugs("开平陈皮")).not.toContain("chen");
    expect(ask("chan pei")[0]).toEqual(["peel", "exact"]);
  });

  it.each(["heron Kaiping", "开平 heron"])(
    "%s: what has no answer there is offered from elsewhere, as near",
    (query) => {
      expect(ask(query)[0]).toEqual(["herons", "approximate"]);
      expect(slugs(query)).toContain("kaiping");
    },
  );

  it.each(["Shanghai", "Canton", "Foshan", "上海", "Guangzhou", "怎么办", "邊度", "的"])(
    "%s is nothing here",
    (query) => expect(ask(query)).toEqual([]),
  );

  it.each(["开平在哪里", "開平喺邊", "開平喺邊度", "开平叫什么名", "開平叫甚麼名", "onde fica Kaiping"])(
    "%s asks for 开平",
    (query) => expect(ask(query)[0]).toEqual(["kaiping", "exact"]),
  );

  it("behind a county one wrong character leads to a town in it, and to none of another", () => {
    expect(ask("開平赤砍")[0]).toEqual(["chikan", "approximate"]);
    expect(slugs("恩平赤砍")).not.toContain("chikan");
  });

  it("who asks for the older name of a place asks for the place", () => {
    for (const query of ["开平旧称", "開平舊時叫咩名", "old name of Kaiping", "antigo nome de Kaiping"])
      expect(ask(query)[0], query).toEqual(["kaiping", "exact"]);
  });

  it("a common word that is misspelt is no village that sounds so", () => {
    const one = place("masan", "麻三", "Masan", "má sān", 0.2);
    one.labels.push({ text: "maa4 saam1", kind: "jyutping" });
    const names = buildNames([...documents, one]);
    expect(matchNames(names, "musuem")).toEqual([]);
    expect(matchNames(names, "maasam")[0]?.document).toBe(documents.length);
  });

  it("an apostrophe ends a word", () => {
    expect(slugs("Taishan's notary")).toEqual(slugs("Taishan notary"));
    expect(ask("Taishan’s notary")[0]).toEqual(ask("Taishan notary")[0]);
  });

  it("what is certain stands before what is guessed", () => {
    const matches = ask("Chikann").map(([, match]) => match);
    expect(matches[0]).toBe("approximate");
    expect(ask("Taishan")[0]).toEqual(["taishan", "exact"]);
  });
});

it("a name is marked in whichever script and language it stands", () => {
  const marked = (text: string, name: string) =>
    highlight(text, wordsOfName(name))
      .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
      .join("");
  expect(marked("臺山市公證處", "台山")).toBe("[臺山]市公證處");
  expect(marked("The office of the Sze Yup clans", "Sze Yup")).toBe("The office of the [Sze] [Yup] clans");
  expect(marked("Ilha de Sanchoão", "Ilha de Sanchoão")).toBe("[Ilha] de [Sanchoão]");
});
