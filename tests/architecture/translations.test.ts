import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { locales } from "~/domain/kernel/locale";

type Tree = { [key: string]: string | Tree };
const suffix = /_(zero|one|two|few|many|other)$/;

function leaves(tree: Tree, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") found.set(here, value);
    else for (const [inner, text] of leaves(value, here)) found.set(inner, text);
  }
  return found;
}

const read = (locale: string, name: string): Map<string, string> =>
  leaves(JSON.parse(readFileSync(join("locales", locale, name), "utf8")));
const names = readdirSync("locales/zh-Hans").toSorted();
const base = (keys: Iterable<string>) => [...new Set([...keys].map((key) => key.replace(suffix, "")))].toSorted();
const holes = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+)/g)].map((match) => match[1]).toSorted();

describe("the words of the four languages", () => {
  it.each(locales)("%s has every namespace", (locale) => {
    expect(readdirSync(join("locales", locale)).toSorted()).toEqual(names);
  });

  describe.each(names)("%s", (name) => {
    it.each(locales)("%s has the same keys, none empty", (locale) => {
      const words = read(locale, name);
      expect(base(words.keys())).toEqual(base(read("zh-Hans", name).keys()));
      expect([...words].filter(([, text]) => text.trim() === "")).toEqual([]);
    });

    it.each(locales)("%s has every plural form that the language needs", (locale) => {
      const words = read(locale, name);
      const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      const plural = [...words.keys()].filter((key) => key.endsWith("_other")).map((key) => key.replace(suffix, ""));
      const missing = plural.flatMap((key) => forms.map((form) => `${key}_${form}`)).filter((key) => !words.has(key));
      expect(missing).toEqual([]);
    });

    it.each(locales)("%s fills the same holes", (locale) => {
      const model = read("zh-Hans", name);
      for (const [key, text] of read(locale, name)) {
        const other = model.get(key) ?? model.get(`${key.replace(suffix, "")}_other`);
        const optional = suffix.test(key) ? ["count"] : [];
        const wanted = holes(other ?? "").filter((hole) => !optional.includes(hole ?? ""));
        expect(
          holes(text).filter((hole) => !optional.includes(hole ?? "")),
          key,
        ).toEqual(wanted);
      }
    });
  });
});

describe("scripts", () => {
  const simplifiedOnly =
    /[们这为说对时会来个国发现实经济过还进应当动务员处级机关书长门问间闻见观规视觉计订认讨让议讯记讲许论设访证评识诉词译试诗诚话详语误请读课谁调谈谢谱资赛质贸费购贴边达迁运选递远适遗邮释针钟钱铁银链锁错键长难预领频题颜风飞饭馆马驱验鱼鸟麦黄齐龙龟]/u;
  const traditionalOnly =
    /[們這為說對時會來個國發現實經濟過還進應當動務員處級機關書長門問間聞見觀規視覺計訂認討讓議訊記講許論設訪證評識訴詞譯試詩誠話詳語誤請讀課誰調談謝譜資賽質貿費購貼邊達遷運選遞遠適遺郵釋針鐘錢鐵銀鏈鎖錯鍵難預領頻題顏風飛飯館馬驅驗魚鳥麥齊龍龜]/u;

  it.each(names)("zh-Hans/%s holds no Traditional character", (name) => {
    const bad = [...read("zh-Hans", name)].filter(
      ([key, text]) =>
        !key.startsWith("languages") && !/language/.test(key) && traditionalOnly.test(text.replace(/繁體/g, "")),
    );
    expect(bad).toEqual([]);
  });

  it.each(names)("zh-Hant/%s holds no Simplified character", (name) => {
    const bad = [...read("zh-Hant", name)].filter(
      ([key, text]) => !/language/.test(key) && simplifiedOnly.test(text.replace(/简体/g, "")),
    );
    expect(bad).toEqual([]);
  });

  it.each(names)("zh-Hant/%s is written as Hong Kong writes", (name) => {
    expect([...read("zh-Hant", name)].filter(([, text]) => /裡|身分/.test(text))).toEqual([]);
  });

  it.each(names)("zh-*/%s sets Chinese with Chinese punctuation", (name) => {
    const western = /[\p{Script=Han}）」』}][,;:?!(]|[,;:?!)][\p{Script=Han}{]/u;
    const texts = [...read("zh-Hans", name), ...read("zh-Hant", name)];
    expect(texts.filter(([, text]) => western.test(text))).toEqual([]);
  });
});
