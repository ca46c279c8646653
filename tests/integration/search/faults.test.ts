import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { pool } from "~/platform/db/client";
import { indexName } from "~/platform/search/meilisearch-settings";
import { FakeMeilisearch } from "../../fakes/meilisearch";
import { freshDatabase } from "../../setup/database";
import { batches, prepared } from "./documents";
import { pair } from "./pair";

const double = new FakeMeilisearch();
const documents = Array.from({ length: 30 }, (_, number) => prepared(`proposal:p${number}`, ["台山", `only${number}`]));
const wanted = { groups: [["台山"]], filters: {}, limit: 200 };
let portal: ReturnType<typeof pair>;

beforeAll(async () => {
  await freshDatabase();
  await double.start();
});
afterAll(() => double.stop());
beforeEach(async () => {
  Object.assign(double, { mood: "well", version: "1.50.0", tellsVersion: true, failing: 0 });
  await pool().query(`DELETE FROM graphile_worker._private_jobs`);
  portal = pair(double);
  await portal.both.rebuild(batches(documents));
  await portal.work();
  expect(await portal.both.candidates(wanted)).toMatchObject({ engine: "meilisearch", limited: false, total: 30 });
  expect(await portal.both.state()).toBe("meilisearch");
});

type Trouble = { begin: () => unknown; end?: () => unknown };
const troubles: Record<string, Trouble> = {
  "is down": { begin: () => double.stop(), end: () => double.start() },
  "takes three seconds": { begin: () => (double.mood = "slow") },
  "answers with status 500": { begin: () => (double.mood = "broken") },
  "answers with something that is no JSON": { begin: () => (double.mood = "garbage") },
  "answers with other JSON": { begin: () => (double.mood = "nonsense") },
  "has lost its index": { begin: () => double.indexes.clear() },
  "has an empty index": { begin: () => double.indexes.get(indexName)?.documents.clear() },
  "has forgotten its settings": { begin: () => Object.assign(double.indexes.get(indexName) ?? {}, { settings: {} }) },
};

describe.each(Object.entries(troubles))("when Meilisearch %s", (_, { begin, end }) => {
  it("PostgreSQL answers in time, Meilisearch is left alone, and comes back by itself", async () => {
    await begin();
    for (let search = 0; search < 5; search += 1) {
      const from = performance.now();
      const found = await portal.both.candidates(wanted);
      expect(performance.now() - from).toBeLessThan(500);
      expect(found).toMatchObject({ engine: "postgres", limited: true, total: 30 });
      expect(found.best).toEqual((await portal.second.candidates(wanted)).best);
    }
    expect(await portal.both.state()).toBe("meilisearch, limited: postgres answers");
    double.requests = [];
    await portal.both.candidates(wanted);
    expect(double.requests).toEqual([]);

    if (end) await end();
    else double.mood = "well";
    await expect
      .poll(async () => {
        portal.time.now += 20_000;
        await portal.work();
        return (await portal.both.candidates(wanted)).engine;
      })
      .toBe("meilisearch");
    expect(await portal.both.candidates(wanted)).toMatchObject({ engine: "meilisearch", limited: false, total: 30 });
    expect(await portal.both.state()).toBe("meilisearch");
  });
});

describe("the state that is shown", () => {
  it("is well with a key for the index alone, which may not ask for the version", async () => {
    double.tellsVersion = false;
    const fresh = pair(double);
    expect(await fresh.both.candidates(wanted)).toMatchObject({ engine: "meilisearch", limited: false, total: 30 });
    expect(await fresh.both.state()).toBe("meilisearch");
  });

  it.each(["1.12.8", "2.0.0", "0.30.1", "nonsense"])(
    "is limited with version %s, until there is another",
    async (version) => {
      double.version = version;
      const fresh = pair(double);
      expect(await fresh.both.candidates(wanted)).toMatchObject({ engine: "postgres", limited: true, total: 30 });
      expect(await fresh.both.state()).toBe("meilisearch, limited: postgres answers");
      double.version = "1.50.0";
      fresh.time.now += 1000;
      expect(await fresh.both.state()).toBe("meilisearch");
    },
  );

  it("is looked after without searches: a wrong version that comes later is noticed", async () => {
    double.version = "1.12.8";
    expect(await portal.both.state()).toBe("meilisearch");
    portal.time.now += 15_000;
    expect(await portal.both.state()).toBe("meilisearch, limited: postgres answers");
  });
});

it("believes that there is nothing only when PostgreSQL says so too", async () => {
  const nothing = { ...wanted, groups: [["nowhere"]] };
  expect(await portal.both.candidates(nothing)).toMatchObject({ engine: "meilisearch", limited: false, total: 0 });
  await portal.second.put([prepared("proposal:new", ["nowhere"])]);
  expect(await portal.both.candidates(nothing)).toMatchObject({ engine: "postgres", limited: true, total: 1 });
});

it("reads long lists where the documents live", async () => {
  double.requests = [];
  const all = await portal.both.candidates({ groups: [], filters: { kind: "proposal" }, limit: 3000 });
  expect(all).toMatchObject({ engine: "postgres", limited: false, total: 30 });
  expect(double.requests).toEqual([]);
});
