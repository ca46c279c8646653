import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mostGroups } from "~/domain/finding/question";
import type { Filters, Prepared, SearchEngine } from "~/platform/search/engine";
import { meilisearch } from "~/platform/search/meilisearch";
import { postgres } from "~/platform/search/postgres/postgres";
import { FakeMeilisearch } from "../../fakes/meilisearch";
import { freshDatabase } from "../../setup/database";
import { batches, keysOf as keys, prepared } from "./documents";

const real = process.env.TEST_MEILI_URL ?? "";
const double = new FakeMeilisearch();
const index = `qiaoqiao-test-${randomBytes(4).toString("hex")}`;
const patience = { within: 20_000, interval: 5 };

const engines: [string, () => SearchEngine][] = [
  ["PostgreSQL", () => postgres()],
  ["Meilisearch's double", () => meilisearch({ url: double.url, key: double.key, index, patience })],
  ...(real === ""
    ? []
    : [
        [
          "a real Meilisearch",
          () => meilisearch({ url: real, key: process.env.TEST_MEILI_KEY, index, patience, searchWithin: 5000 }),
        ] satisfies [string, () => SearchEngine],
      ]),
];

beforeAll(async () => {
  await freshDatabase();
  await double.start();
});
afterAll(async () => {
  await double.stop();
  if (real === "") return;
  const headers = { Authorization: `Bearer ${process.env.TEST_MEILI_KEY ?? ""}` };
  for (const name of [index, `${index}-next`])
    await fetch(new URL(`/indexes/${name}`, real), { method: "DELETE", headers });
});

it.skipIf(real === "")(
  real === ""
    ? "a real Meilisearch was not asked: MEILI_URL is not set (npm run test:meili)"
    : "a real Meilisearch is asked",
  () => expect(real).toMatch(/^http/),
);

describe.each(engines)("the engine port over %s", (_, make) => {
  let engine: SearchEngine;
  const find = (groups: string[][], filters: Filters = {}, limit = 200) =>
    engine.candidates({ groups, filters, limit });
  const documents: Prepared[] = [
    prepared("place:taishan", ["台", "山", "台山", "taishan", "@taishan"], { weight: 0.9, places: ["taishan"] }),
    prepared("proposal:t1", ["法", "律", "法律", "台山", "law", "2023"], {
      places: ["taishan"],
      year: 2023,
      state: "assigned",
    }),
    prepared("proposal:t2", ["法律", "开平", "law"], { places: ["kaiping"], year: 2024, function: "legal" }),
    prepared("suggestion:JM-2024-0001", ["公证", "notary", "台山"], { kind: "suggestion", weight: 0.6, year: 2024 }),
    prepared("station:lisbon", ["里斯本", "lisbon", "law", "notary"], { kind: "station", weight: 0.5 }),
  ];

  beforeEach(async () => {
    engine = make();
    await engine.rebuild(batches(documents, 2));
  });

  it("finds what has a token of every group, weightiest first, then by key", async () => {
    expect(keys(await find([["台山"]]))).toEqual(["place:taishan", "proposal:t1", "suggestion:JM-2024-0001"]);
    expect(
      keys(
        await find([
          ["台山", "开平"],
          ["law", "法律"],
        ]),
      ),
    ).toEqual(["proposal:t1", "proposal:t2"]);
    expect(keys(await find([["2023"]]))).toEqual(["proposal:t1"]);
    expect(keys(await find([["@taishan"]]))).toEqual(["place:taishan"]);
  });

  it("gives back the document as it came", async () => {
    expect(await engine.byKeys(["station:lisbon", "station:none", "place:taishan"])).toEqual([
      documents[4]?.document,
      documents[0]?.document,
    ]);
  });

  it("tells what it filters a candidate by, and where in it each probe stands", async () => {
    await engine.put([
      prepared(
        "proposal:t9",
        { names: ["台", "a'b", "law"], labels: ["toisan", "\\\\"], text: ["@taishan", "法律"] },
        { places: ["taishan", "jiangmen"], year: 1999, state: "replied", function: "legal", weight: 0.95 },
      ),
    ]);
    const probes = ["台", "a'b", "law", "toisan", "\\\\", "法律", "@taishan", "nowhere", "", "\u0000", "A"];
    const { best } = await engine.candidates({ groups: [["法律"], ["台"]], filters: {}, limit: 5, probes });
    expect(best[0]).toEqual({
      key: "proposal:t9",
      kind: "proposal",
      function: "legal",
      places: ["taishan", "jiangmen"],
      year: 1999,
      state: "replied",
      weight: 0.95,
      stands: ["names", "names", "names", "labels", "labels", "text", "text", null, null, null, null],
    });
    const many = Array.from({ length: 300 }, (__, at) => `token${at}`)
      .with(90, "台")
      .with(299, "台");
    const found = await engine.candidates({ groups: [["法律"]], filters: { year: 1999 }, limit: 5, probes: many });
    expect(found.best[0]?.stands.flatMap((field, at) => (field ? [at, field] : []))).toEqual([90, "names"]);
  });

  it("goes by how many groups are met when nothing meets them all", async () => {
    const found = await find([["台山"], ["notary"], ["lisbon"], ["law"]]);
    expect(keys(found)).toEqual([
      "station:lisbon",
      "proposal:t1",
      "suggestion:JM-2024-0001",
      "place:taishan",
      "proposal:t2",
    ]);
    expect(found.total).toBe(5);
    expect(keys(await find([["台山"], ["notary"], ["lisbon"], ["law"]], {}, 2))).toEqual([
      "station:lisbon",
      "proposal:t1",
    ]);
  });

  it("does not join or cut tokens: a pair of characters is one word", async () => {
    expect(keys(await find([["山台"]]))).toEqual([]);
    expect(keys(await find([["tai"]]))).toEqual([]);
    expect(keys(await find([["taishen"]]))).toEqual([]);
    expect(keys(await find([["臺山"]]))).toEqual([]);
  });

  it("filters and counts facets over all that was found", async () => {
    expect(keys(await find([], { kind: "proposal" }))).toEqual(["proposal:t1", "proposal:t2"]);
    expect(keys(await find([], { place: "taishan", kind: "proposal" }))).toEqual(["proposal:t1"]);
    expect(keys(await find([["法律"]], { year: 2024, function: "legal" }))).toEqual(["proposal:t2"]);
    expect(keys(await find([], { state: "assigned" }))).toEqual(["proposal:t1"]);
    const { facets, total } = await find([["law"]], {}, 1);
    expect(total).toBe(3);
    expect(facets).toEqual({
      kind: [
        { value: "proposal", count: 2 },
        { value: "station", count: 1 },
      ],
      function: [{ value: "legal", count: 1 }],
      place: [
        { value: "kaiping", count: 1 },
        { value: "taishan", count: 1 },
      ],
      year: [
        { value: "2023", count: 1 },
        { value: "2024", count: 1 },
      ],
      state: [{ value: "assigned", count: 1 }],
    });
  });

  it.each([`" OR kind = "station`, `a\\`, `\\"`, "'", "x".repeat(600), "", "\u0001", "\u0000", "NOT", ")"])(
    "takes %j as a value, never as a filter",
    async (text) => {
      expect(keys(await find([[text]]))).toEqual([]);
      expect(keys(await find([], { place: text }))).toEqual([]);
      expect(keys(await find([[text, "lisbon"]]))).toEqual(["station:lisbon"]);
    },
  );

  it("takes questions as long as any is asked", async () => {
    const many = Array.from({ length: mostGroups - 2 }, (__, number) => [`token${number}`]);
    expect(keys(await find([...many, ["lisbon"], ["notary"]]))).toEqual(["station:lisbon", "suggestion:JM-2024-0001"]);
  });

  it("puts, replaces and removes", async () => {
    await engine.put([prepared("proposal:t3", ["新", "newest"]), prepared("proposal:t2", ["newest"])]);
    expect(keys(await find([["newest"]]))).toEqual(["proposal:t2", "proposal:t3"]);
    expect(keys(await find([["开平"]]))).toEqual([]);
    await engine.remove(["proposal:t3", "proposal:never"]);
    expect(keys(await find([["newest"]]))).toEqual(["proposal:t2"]);
  });

  it("is searched while it is built anew, and keeps the old index when that breaks off", async () => {
    async function* breaking(): AsyncGenerator<Prepared[]> {
      yield [prepared("proposal:new", ["newest"])];
      expect(keys(await find([["台山"]]))).toHaveLength(3);
      expect(keys(await find([["newest"]]))).toEqual([]);
      throw new RangeError("the lights went out");
    }
    await expect(engine.rebuild(breaking())).rejects.toThrow();
    expect(keys(await find([["台山"]]))).toHaveLength(3);
    await engine.rebuild(batches([prepared("proposal:new", ["newest"])]));
    expect(keys(await find([["newest"]]))).toEqual(["proposal:new"]);
    expect(keys(await find([["台山"]]))).toEqual([]);
    await engine.check();
  });
});
