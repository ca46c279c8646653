import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { pool } from "~/platform/db/client";
import { indexName } from "~/platform/search/meilisearch-settings";
import { mirror, mirrorWhole, verifyMirror, wholeIndex } from "~/platform/search/mirror";
import { FakeMeilisearch } from "../../fakes/meilisearch";
import { freshDatabase } from "../../setup/database";
import { batches, prepared } from "./documents";
import { pair, waiting } from "./pair";

const double = new FakeMeilisearch();
let portal: ReturnType<typeof pair>;

const keysIn = (index: string) =>
  [...(double.indexes.get(index)?.documents.values() ?? [])].map(({ key }) => key).toSorted();
const aLater = () =>
  pool().query(`UPDATE graphile_worker._private_jobs SET created_at = now() - interval '11 seconds'`);

beforeAll(async () => {
  await freshDatabase();
  await double.start();
});
afterAll(() => double.stop());
beforeEach(async () => {
  Object.assign(double, { mood: "well", failing: 0, beforeTask: () => {} });
  double.indexes.clear();
  await pool().query(`DELETE FROM graphile_worker._private_jobs`);
  portal = pair(double);
  await portal.both.rebuild(batches([prepared("place:a", ["a"]), prepared("place:b", ["b"])]));
  await portal.work();
  expect(keysIn(indexName)).toEqual(["place:a", "place:b"]);
});

it("brings a change over through the queue, and the last state when there were several", async () => {
  await portal.both.put([prepared("place:c", ["first"])]);
  await portal.both.put([prepared("place:c", ["second"])]);
  await portal.both.remove(["place:a"]);
  expect(await waiting()).toEqual({ "place:a": 0, "place:c": 0 });
  await portal.work();
  expect(keysIn(indexName)).toEqual(["place:b", "place:c"]);
  expect(
    [...(double.indexes.get(indexName)?.documents.values() ?? [])].find(({ key }) => key === "place:c"),
  ).toMatchObject({
    tokens: ["second"],
  });
  expect(await waiting()).toEqual({});
});

it("adds no job for a change that PostgreSQL did not take", async () => {
  const broken = prepared("place:c", ["c"], { updatedAt: "never" });
  await expect(portal.both.put([broken])).rejects.toThrow();
  expect(await waiting()).toEqual({});
});

it("loses no change while Meilisearch is down, and catches up at once when it is back", async () => {
  await double.stop();
  await portal.both.put([prepared("place:c", ["c"])]);
  await portal.both.remove(["place:a"]);
  await portal.work();
  await portal.work();
  expect(await waiting()).toEqual({ "place:a": 1, "place:c": 1 });
  expect((await portal.second.candidates({ groups: [["c"]], filters: {}, limit: 200 })).total).toBe(1);
  await double.start();
  await portal.work();
  expect(keysIn(indexName)).toEqual(["place:a", "place:b"]);
  await verifyMirror(portal.first);
  await portal.work();
  expect(keysIn(indexName)).toEqual(["place:b", "place:c"]);
  expect(await waiting()).toEqual({});
});

it("tries a task again that failed inside Meilisearch, and the job when it fails for good", async () => {
  double.failing = 2;
  await portal.both.put([prepared("place:c", ["c"])]);
  await portal.work();
  expect(keysIn(indexName)).toEqual(["place:a", "place:b", "place:c"]);
  double.failing = 3;
  await portal.both.put([prepared("place:d", ["d"])]);
  await portal.work();
  expect(await waiting()).toEqual({ "place:d": 1 });
  await verifyMirror(portal.first);
  await portal.work();
  expect(keysIn(indexName)).toEqual(["place:a", "place:b", "place:c", "place:d"]);
});

it("is not asked while a change has waited for long, so that nothing withdrawn is found", async () => {
  const search = () => portal.both.candidates({ groups: [["a"]], filters: {}, limit: 200 });
  expect(await search()).toMatchObject({ engine: "meilisearch", total: 1 });
  await portal.both.remove(["place:a"]);
  await aLater();
  portal.time.now += 15_000;
  expect(await portal.both.state()).toBe("meilisearch, limited: postgres answers");
  expect(await search()).toMatchObject({ engine: "postgres", total: 0, limited: true });
  await portal.work();
  portal.time.now += 1000;
  expect(await portal.both.state()).toBe("meilisearch");
  expect(await search()).toMatchObject({ engine: "meilisearch", total: 0, limited: false });
});

it.each(["settingsUpdate", "documentAdditionOrUpdate", "indexSwap"])(
  "keeps the old index when building breaks off at %s, and finishes at the next attempt",
  async (type) => {
    double.beforeTask = (one) => {
      if (one === type) throw new Error("out of space");
    };
    await portal.both.rebuild(batches([prepared("place:z", ["z"])]));
    await portal.work();
    expect(keysIn(indexName)).toEqual(["place:a", "place:b"]);
    expect(await waiting()).toEqual({ [wholeIndex]: 1 });
    double.beforeTask = () => {};
    await verifyMirror(portal.first).catch(() => {});
    await portal.work();
    expect(keysIn(indexName)).toEqual(["place:z"]);
    expect([...double.indexes.keys()]).toEqual([indexName]);
  },
);

it("asks for one rebuild, not more, when the index is gone", async () => {
  double.indexes.clear();
  await portal.both.put([prepared("place:c", ["c"])]);
  await portal.work();
  expect([...double.indexes.keys()]).toEqual([]);
  await expect(verifyMirror(portal.first)).rejects.toThrow("index_missing");
  await expect(verifyMirror(portal.first)).rejects.toThrow("index_missing");
  expect(Object.keys(await waiting())).toEqual([wholeIndex, "place:c"]);
  await portal.work();
  await portal.work();
  expect(keysIn(indexName)).toEqual(["place:a", "place:b", "place:c"]);
});

it("has one writer at a time: a second one is refused and tried again, the reindexing one waits", async () => {
  await portal.both.rebuild(batches([prepared("place:z", ["z"])]));
  double.requests = [];
  const busy: string[] = [];
  double.beforeTask = () => {
    double.beforeTask = () => {};
    void mirror(portal.first, "place:z").catch((error: Error) => busy.push(error.message));
  };
  await Promise.all([mirrorWhole(portal.first), mirrorWhole(portal.first)]);
  await expect.poll(() => busy.join()).toContain("mirror_busy");
  expect(keysIn(indexName)).toEqual(["place:z"]);
  expect(double.requests.filter((route) => route === "POST /swap-indexes")).toHaveLength(1);
});
