import { beforeAll, expect, it } from "vitest";
import { ownLine, pool } from "~/platform/db/client";
import { countedAtMost, type Filters, type Prepared } from "~/platform/search/engine";
import { postgres } from "~/platform/search/postgres/postgres";
import { freshDatabase } from "../../setup/database";
import { batches, keysOf, prepared } from "./documents";

const engine = postgres();
const kinds = ["proposal", "project", "suggestion"];
const weights = [0.88, 0.85, 0.6];

/** A document of many: every second one is odd, each tenth rare, and their weights lie in three layers. */
function one(number: number): Prepared {
  const layer = number % 3;
  const tokens = ["all", number % 2 === 0 ? "even" : "odd", ...(number % 10 === 0 ? ["rare"] : [])];
  return prepared(`${kinds[layer]}:${String(number).padStart(5, "0")}`, tokens, {
    weight: weights[layer] ?? 0,
    year: 2000 + (number % 20),
    places: [`place-${number % 40}`],
    updatedAt: new Date(Date.UTC(2020, 0, 1) + ((number * 7919) % 9000) * 60_000).toISOString(),
  });
}

let held: Prepared[] = Array.from({ length: 9000 }, (_, number) => one(number));
const best = (rows: Prepared[]) =>
  rows.toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1)).map(({ key }) => key);
const matching = (groups: string[][], filters: Filters) =>
  held.filter(
    ({ tokens, kind, year, places }) =>
      groups.every((group) => group.some((token) => tokens.text.includes(token))) &&
      (filters.kind === undefined || kind === filters.kind) &&
      (filters.year === undefined || year === filters.year) &&
      (filters.place === undefined || places.includes(filters.place)),
  );

const questions: [string[][], Filters][] = [
  [[], {}],
  [[["all"]], {}],
  [[["odd"]], { kind: "suggestion" }],
  [[["rare", "nowhere"], ["even"]], {}],
  [[["rare"]], { year: 2010, place: "place-10" }],
  [[["odd"], ["rare"], ["all"]], { kind: "project" }],
  [[], { kind: "suggestion" }],
];

async function isTrue(): Promise<void> {
  for (const [groups, filters] of questions) {
    const expected = matching(groups, filters);
    if (expected.length === 0) continue;
    const found = await engine.candidates({ groups, filters, limit: 200 });
    expect(keysOf(found)).toEqual(best(expected).slice(0, 200));
    expect(found.total).toBe(Math.min(countedAtMost, expected.length));
    expect(found.facets.kind.reduce((sum, { count }) => sum + count, 0)).toBe(found.total);
    const later = await engine.candidates({ groups, filters, limit: 50, offset: 2500 });
    expect(keysOf(later)).toEqual(best(expected).slice(2500, 2550));
    const newest = await engine.candidates({ groups, filters, limit: 60, newest: true });
    const times = new Map(expected.map(({ key, updatedAt }) => [key, updatedAt]));
    const latest = best(expected).toSorted((a, b) => ((times.get(a) ?? "") < (times.get(b) ?? "") ? 1 : -1));
    expect(keysOf(newest).map((key) => times.get(key))).toEqual(latest.slice(0, 60).map((key) => times.get(key)));
  }
}

beforeAll(async () => {
  await freshDatabase();
  await engine.rebuild(batches(held.toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1))));
});

it("finds the best of thousands in their order, whatever the filters, and counts them", async () => {
  const { rows } = await pool().query("SELECT 1 FROM search_tier");
  expect(rows.length).toBeGreaterThan(2);
  await isTrue();
});

it("does so after changes, in whichever tier they fall", async () => {
  const later = [
    prepared("suggestion:zz", ["all", "odd", "rare"], { weight: 0.6 }),
    prepared("place:first", ["all", "even"], { weight: 1 }),
    prepared("proposal:00300", ["all", "even"], { weight: 0.3 }),
    prepared("project:04501", ["all", "odd"], { weight: 0.87 }),
  ];
  const gone = ["proposal:00003", "suggestion:08999"];
  await engine.put(later);
  await engine.remove(gone);
  const changed = new Set([...gone, ...later.map(({ key }) => key)]);
  held = [...held.filter(({ key }) => !changed.has(key)), ...later];
  await isTrue();
});

it("does so when it was built from rows in no order at all", async () => {
  held = held.toSorted((a, b) => (a.tokens.text.length * 31 + a.key.length > b.key.length ? 1 : -1));
  await engine.rebuild(batches([...held.slice(4000), ...held.slice(0, 4000)]));
  await isTrue();
});

it("is put in place only when nobody reads the old one any more, and whoever searches does not wait for that", async () => {
  const reader = await ownLine();
  await reader.query("BEGIN");
  await reader.query("SELECT 1 FROM search_row LIMIT 1");
  const building = engine.rebuild(batches([prepared("place:new", ["all"])]));
  const search = () => engine.candidates({ groups: [["all"]], filters: {}, limit: 1 });
  const began = performance.now();
  while (performance.now() - began < 1200) expect((await search()).total).toBe(countedAtMost);
  await reader.query("COMMIT");
  await building;
  await reader.end();
  expect(keysOf(await search())).toEqual(["place:new"]);
});
