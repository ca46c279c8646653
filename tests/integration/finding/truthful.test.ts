import { beforeAll, expect, it } from "vitest";
import { find, type Found } from "~/domain/catalogue/finding.server";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import { forgetNames } from "~/domain/catalogue/known.server";
import { newestOf } from "~/domain/catalogue/newest.server";
import { documentTokens, searchDocument, type SearchDocument } from "~/domain/finding/document";
import { engine } from "~/platform/search/choose";
import type { Filters } from "~/platform/search/engine";
import { seedContent } from "../../../prisma/seed";
import { freshDatabase } from "../../setup/database";
import { prepared } from "../search/documents";

/** More proposals about a county than are ever ranked, of two kinds of work and two years. */
function proposal(number: number): SearchDocument {
  const title = `关于台山${number % 3 === 0 ? "学校" : "码头"}的提案 ${number}`;
  return searchDocument({
    kind: "proposal",
    slug: `made-up-${String(number).padStart(4, "0")}`,
    names: { "zh-Hans": title, "zh-Hant": title, en: `Proposal ${number}`, pt: `Proposta ${number}` },
    labels: [],
    text: { "zh-Hans": title, "zh-Hant": title, en: "", pt: "" },
    excerpt: { "zh-Hans": title, "zh-Hant": title, en: "", pt: "" },
    functionCode: number % 2 === 0 ? "overseas-exchange" : "rights-protection",
    places: number % 4 === 0 ? ["haiyan", "taishan", "jiangmen"] : ["taishan", "jiangmen"],
    year: 2020 + (number % 5),
    state: "replied",
    updatedAt: "2026-01-01T00:00:00.000Z",
    weight: 0.5,
  });
}

beforeAll(async () => {
  await freshDatabase();
  await seedContent();
  await rebuildSearch();
  await engine().put(
    Array.from({ length: 350 }, (_, number) => {
      const document = proposal(number);
      const { kind, functionCode, places, year, state, weight } = document;
      const marks = { kind, function: functionCode, places, year, state, weight };
      return prepared(document.key, documentTokens(document), { ...marks, document });
    }),
  );
  forgetNames();
});

const ask = (text: string, filters: Filters = {}, offset = 0, limit = 100) =>
  find({ text, locale: "en", limit, offset, ...filters });

const questions = [
  "台山",
  "Hoisan",
  "Taishan proposal",
  "Hoiping notary",
  "notário Toi San",
  "陈 台山",
  "Toisan school",
  "开平 museum",
  "Taishann",
  "law",
  "",
];

async function pages(text: string, filters: Filters, { total }: Found, limit: number): Promise<string[]> {
  const slugs: string[] = [];
  for (let offset = 0; offset < total; offset += limit)
    slugs.push(...(await ask(text, filters, offset, limit)).hits.map(({ kind, slug }) => `${kind}:${slug}`));
  return slugs;
}

it.each(questions)(
  "«%s»: its pages give as many as it says, each once, in one order whatever their size",
  async (text) => {
    const found = await ask(text);
    expect(found.more).toBe(false);
    const all = await pages(text, {}, found, 100);
    expect(new Set(all).size).toBe(found.total);
    expect(all.length).toBe(found.total);
    expect(await pages(text, {}, found, 73)).toEqual(all);
  },
);

it.each(questions)("«%s»: to choose a value of a facet leaves as many as its count", async (text) => {
  const { facets, total } = await ask(text);
  const counts = facets.kind.reduce((sum, { count }) => sum + count, 0);
  expect(counts).toBe(total);
  const wrong: string[] = [];
  for (const name of ["kind", "function", "place", "year", "state"] as const)
    for (const { value, count } of facets[name].slice(0, 12)) {
      const found = await ask(text, { [name]: name === "year" ? Number(value) : value });
      if (found.total !== count) wrong.push(`${name} ${value}: ${count}, then ${found.total}`);
    }
  expect(wrong).toEqual([]);
});

it("a filter leaves the order as it was", async () => {
  const slugs = ({ hits }: Found) => hits.map(({ slug }) => slug);
  const stations = (await ask("notary")).hits.filter(({ kind }) => kind === "station");
  expect(slugs(await ask("notary", { kind: "station" }))).toEqual(stations.map(({ slug }) => slug));
});

it.each(["Hoiping notary", "开平 museum", "Toisan school", "notary"])(
  "«%s»: its feed has what its page has",
  async (text) => {
    const shown = await pages(text, {}, await ask(text), 100);
    const news = await newestOf({ text });
    expect(shown.length).toBeGreaterThan(0);
    expect(news.map(({ kind, slug }) => `${kind}:${slug}`).toSorted()).toEqual(shown.toSorted());
  },
);
