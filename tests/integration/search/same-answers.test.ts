import { readFileSync } from "node:fs";
import { Logger, runOnce } from "graphile-worker";
import { afterAll, beforeAll, expect, it } from "vitest";
import { find, type Found } from "~/domain/catalogue/finding.server";
import { forgetNames } from "~/domain/catalogue/known.server";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import { locales } from "~/domain/kernel/locale";
import { env } from "~/platform/env";
import * as api from "~/routes/api/search";
import type { EngineName } from "~/platform/search/engine";
import { engineName, mirrorSearch } from "~/platform/search/choose";
import { seedContent } from "../../../prisma/seed";
import { FakeMeilisearch } from "../../fakes/meilisearch";
import { freshDatabase } from "../../setup/database";

const double = new FakeMeilisearch();
const sample = <One>(all: One[], step: number) => all.filter((_, at) => at % step === 0);
const read = (name: string) => JSON.parse(readFileSync(`prisma/content/${name}.json`, "utf8"));

/** Questions of every sort: names in all languages, parts of them, pairs of them, sentences, filters, and nothing. */
function questions(): string[] {
  const entries = read("entries") as { names: Record<string, string>; summary: Record<string, string> }[];
  const names = sample(entries, 9).flatMap(({ names: own }) => Object.values(own));
  const summaries = sample(entries, 17).flatMap(({ summary }) =>
    Object.values(summary).map((text) => text.slice(0, 40)),
  );
  return [
    ...new Set([...names, ...summaries]),
    ..."台山|臺山|Hoisan legal|toi4 saan1|Sunning|Kongmoon|Sze Yup|开平 碉楼 旅游|museum park law|沙|a|2023|村 学校 医院 大会".split(
      "|",
    ),
    "江门 侨乡 文化 青年 企业 继承 公证 调解 律师 house inheritance notary nowhere",
    "zzzz qqqq",
    "",
  ];
}

const seen = ({ total, facets, hits }: Found) => ({
  total,
  facets,
  hits: hits.map(({ kind, slug, match }) => `${kind}:${slug} ${match}`),
});

/** All answers of one engine. On a busy machine the other one may stand in for it: then it is asked once more. */
async function answersOf(name: EngineName): Promise<Record<string, ReturnType<typeof seen>>> {
  forgetNames();
  expect(await engineName()).toBe(name);
  const all: Record<string, ReturnType<typeof seen>> = {};
  const ask = async (text: string, rest: object) => {
    const once = () => find({ text, locale: locales[text.length % 4] ?? "en", limit: 50, offset: 0, ...rest });
    let found = await once();
    for (let more = 0; more < 5 && found.engine !== name; more += 1) found = await once();
    expect(found).toMatchObject({ engine: name, limited: false });
    all[`${text} ${JSON.stringify(rest)}`] = seen(found);
  };
  for (const text of questions()) await ask(text, {});
  for (const text of ["", "台山", "law"]) for (const kind of ["place", "project"]) await ask(text, { kind });
  await ask("", { place: "taishan" });
  return all;
}

beforeAll(async () => {
  await freshDatabase();
  await double.start();
  env().MEILI_URL = double.url;
  env().MEILI_KEY = double.key;
  await seedContent();
  await rebuildSearch();
  await runOnce({
    connectionString: env().DATABASE_URL ?? "",
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: { "search.mirror": (payload) => mirrorSearch((payload as { key: string }).key) },
  });
});
afterAll(() => double.stop());

it("is the same list from both engines, over the portal's own content", async () => {
  const other = await answersOf("meilisearch");
  env().MEILI_URL = undefined;
  const own = await answersOf("postgres");
  expect(Object.values(own).filter(({ hits }) => hits.length > 0).length).toBeGreaterThan(45);
  expect(other).toEqual(own);
});

it("keeps no answer in which one engine stands in for the other", async () => {
  const caching = async (url: string | undefined) => {
    Object.assign(env(), { MEILI_URL: url });
    const request = new Request("http://portal.test/api/v1/search?q=Hoisan&lang=en");
    const response = await api.loader({ request, params: {}, context: {} });
    const { limited } = (await response.json()) as { limited: boolean };
    return { limited, caching: response.headers.get("Cache-Control")?.split(",")[0] };
  };
  expect(await caching(undefined)).toEqual({ limited: false, caching: "public" });
  await double.stop();
  expect(await caching(`${double.url}/`)).toEqual({ limited: true, caching: "no-store" });
  Object.assign(env(), { MEILI_URL: undefined });
});
