import { beforeAll, describe, expect, it } from "vitest";
import { seedContent } from "../../../prisma/seed";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import * as api from "~/routes/api/search";
import { freshDatabase } from "../../setup/database";

beforeAll(async () => {
  await freshDatabase();
  await seedContent();
  await rebuildSearch();
});

type Answer = {
  total: number;
  facets: Record<string, { value: string; count: number }[]>;
  hits: { kind: string; slug: string; title: string; url: string; match: string; why: { spelling: string } | null }[];
};

async function search(params: Record<string, string>): Promise<Answer> {
  const url = `http://portal.test/api/v1/search?${new URLSearchParams({ lang: "en", ...params })}`;
  const response = await api.loader({ request: new Request(url), params: {}, context: {} });
  expect(response.status).toBe(200);
  return response.json();
}
const firstOf = async (q: string) => (await search({ q })).hits[0];

describe("finding in the first content", () => {
  it.each([
    ["台山", "taishan"],
    ["臺山", "taishan"],
    ["Sunning", "taishan"],
    ["hoi4 ping4", "kaiping"],
    ["Sze Yup", "siyi"],
    ["Ian Peng", "enping"],
    ["Kong Mun", "jiangmen"],
    ["Szeyup", "siyi"],
    ["kaipign", "kaiping"],
    ["Hoyping", "kaiping"],
    ["kai平", "kaiping"],
    ["台山端芬", "duanfen"],
    ["华博馆", "overseas-chinese-museum"],
    ["museu dos chineses ultramarinos", "overseas-chinese-museum"],
    ["涉僑法律服務", "legal-service-stations"],
    ["servicos juridicos", "legal-service-stations"],
    ["國之大者", "no1-proposal-2022"],
    ["proposta n.º 1 de 2022", "no1-proposal-2022"],
    ["路燈", "street-lights-chaocui-road"],
    ["iluminação da rua", "street-lights-chaocui-road"],
    ["coffee school", "coffee-brand"],
    ["市长面对面", "entrepreneurs-meet-mayor"],
  ])("%s leads to %s", async (q, slug) => {
    expect((await firstOf(q))?.slug).toBe(slug);
  });

  it.each(["武夷山", "延平", "量子计算机", "bicycle repair Oslo"])("%s is nothing here", async (q) => {
    const { hits } = await search({ q });
    expect(hits.filter(({ match }) => match !== "approximate")).toEqual([]);
  });

  it("泰山 is not 台山", async () => {
    expect((await search({ q: "泰山" })).hits.map(({ slug }) => slug)).not.toContain("taishan");
  });

  it("says by which spelling a place was found", async () => {
    expect(await firstOf("Hoisan")).toMatchObject({ slug: "taishan", match: "variant", why: { spelling: "Hoisan" } });
  });

  it("gives one list for one name in every script", async () => {
    const keys = async (q: string) => (await search({ q })).hits.map(({ url }) => url);
    expect(await keys("開平碉樓")).toEqual(await keys("开平碉楼"));
    expect(await keys("華僑華人博物館")).toEqual(await keys("华侨华人博物馆"));
  });

  it("a county is answered by what concerns it, not by the list of its villages", async () => {
    const { hits, total } = await search({ q: "台山" });
    expect(total).toBeLessThan(20);
    expect(hits[0]).toMatchObject({ kind: "place", slug: "taishan" });
    expect(hits.map(({ slug }) => slug)).toContain("mei-family-compound");
    expect(hits.filter(({ slug }) => /^\d+$/.test(slug))).toEqual([]);
  });

  it("facets count what their filter leaves", async () => {
    const { facets, total } = await search({ q: "华侨" });
    expect(facets.kind?.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    for (const { value, count } of facets.kind ?? [])
      expect((await search({ q: "华侨", kind: value, limit: "50" })).total).toBe(count);
  });

  it("pages without gap or double", async () => {
    const all = (await search({ q: "华侨", limit: "50" })).hits.map(({ url }) => url);
    const paged: string[] = [];
    for (let offset = 0; offset < all.length; offset += 3)
      paged.push(...(await search({ q: "华侨", limit: "3", offset: String(offset) })).hits.map(({ url }) => url));
    expect(paged).toEqual(all);
  });

  it.each([
    ["Moy", "mei", "variant", "mei-family-compound"],
    ["梅氏", "mei", "exact", "mei-family-compound"],
    ["Soo Hoo", "situ", "variant", "chikan"],
    ["司徒", "situ", "exact", "chikan"],
    ["Yee family", "yu", "variant", "fengcai-hall"],
    ["Hoisan Moy", "mei", "variant", "mei-family-compound"],
    ["apelido Vong", "huang", "variant", "jinjiangli"],
  ])("%s leads to the family and to its places", async (q, surname, match, home) => {
    const { hits } = await search({ q });
    expect(hits.map(({ slug }) => slug)).toContain(home);
    expect(hits.find(({ kind }) => kind === "surname")).toMatchObject({ slug: surname, match });
  });

  it("takes no part of a place's name for a family", async () => {
    for (const q of ["Kong Mun", "Kwong Hoy", "Hoi Ping", "江门石材", "Yan Ping"])
      expect(
        (await search({ q })).hits.filter(({ kind }) => kind === "surname"),
        q,
      ).toEqual([]);
    expect((await search({ q: "Ng" })).hits.slice(0, 2).map(({ slug }) => slug)).toEqual(["wu", "wu-ng"]);
  });

  it("offers the nearest, and says so, where a place is known and the rest is not", async () => {
    const { hits } = await search({ q: "开平 museum" });
    expect(hits[0]).toMatchObject({ slug: "overseas-chinese-museum", match: "approximate" });
    expect(hits.map(({ slug }) => slug)).toContain("kaiping");
    expect(new Set(hits.map(({ match }) => match))).toEqual(new Set(["approximate"]));
    const elsewhere = (await search({ q: "museum Lisboa" })).hits;
    expect(elsewhere[0]).toMatchObject({ slug: "overseas-chinese-museum", match: "approximate" });
    expect((await search({ q: "bicycle repair Oslo" })).hits).toEqual([]);
  });

  it("answers bad input with an empty or sensible list", async () => {
    for (const q of [
      "",
      " ",
      "%%%",
      "'; DROP TABLE search_row; --",
      "a & b | !c",
      "\u0000\u202e",
      "\ud800",
      "🚲".repeat(50),
      "山".repeat(5000),
    ])
      expect((await search({ q })).total).toBeGreaterThanOrEqual(0);
  });

  it("refuses wrong parameters with a problem document", async () => {
    const url = "http://portal.test/api/v1/search?q=a&kind=nothing&offset=-1";
    const response = await api.loader({ request: new Request(url), params: {}, context: {} });
    expect(response.status).toBe(400);
    expect(response.headers.get("Content-Type")).toContain("application/problem+json");
  });
});
