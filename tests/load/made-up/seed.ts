import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import { allPlaces } from "~/domain/place/places.server";
import { pool } from "~/platform/db/client";
import { seedVillages } from "./villages";
import { madeEntry, madePerson, madeSuggestion, type Ground, type MadeEntry } from "./records";

type Say = (step: string) => void;
const batch = 1000;
const rank = ["city", "county-level-city", "district", "region", "town", "subdistrict"];

/**
 * Writes made-up proposals, and with every ten of them a project, a published suggestion and half a person; the villages of a
 * file, where one is named; then indexes all.
 */
export async function seedSynthetic(
  { proposals, seed, villages }: { proposals: number; seed: number; villages: string | undefined },
  say: Say,
): Promise<void> {
  const grounds = await groundsOf();
  const [tenth, people] = [Math.ceil(proposals / 10), Math.ceil(proposals / 20)];
  const made = {
    people: await inBatches(people, (from, to) => insertPeople(range(from, to).map((n) => madePerson(seed, n)))),
    proposals: await inBatches(proposals, (from, to) =>
      insertEntries(range(from, to).map((n) => madeEntry("proposal", seed, n, grounds))),
    ),
    projects: await inBatches(tenth, async (from, to) => {
      await insertLinks(seed, range(from, to), proposals);
      return insertEntries(range(from, to).map((n) => madeEntry("project", seed, n, grounds)));
    }),
    suggestions: await inBatches(tenth, (from, to) =>
      insertSuggestions(range(from, to).map((n) => madeSuggestion(seed, n, people, grounds))),
    ),
  };
  for (const [name, count] of Object.entries(made)) say(`${count} ${name} written`);
  if (villages !== undefined) say(`${await seedVillages(villages)} villages written`);
  await index(say);
}

/** Takes out everything that `seedSynthetic` ever wrote. */
export async function removeSynthetic(say: Say): Promise<void> {
  const own = `slug LIKE 'synthetic-%' AND synthetic`;
  await pool().query(`DELETE FROM entry_link WHERE "fromSlug" LIKE 'synthetic-%' OR "toSlug" LIKE 'synthetic-%'`);
  await pool().query(`DELETE FROM entry_place WHERE "entrySlug" LIKE 'synthetic-%'`);
  for (const [name, condition] of [
    ["entry", own],
    ["suggestion", "synthetic"],
    ["person", "synthetic"],
  ] as const) {
    const { rowCount } = await pool().query(`DELETE FROM ${name} WHERE ${condition}`);
    say(`${rowCount} rows of ${name} removed`);
  }
  await index(say);
}

async function index(say: Say): Promise<void> {
  await pool().query(`VACUUM (ANALYZE) entry, entry_place, entry_link, suggestion, person`);
  await rebuildSearch();
  const { rows } = await pool().query<{ count: string }>(`SELECT count(*) FROM search_row`);
  say(`${rows[0]?.count} documents indexed`);
}

async function groundsOf(): Promise<Ground[]> {
  const places = await allPlaces();
  const order = (type: string) => (rank.includes(type) ? rank.indexOf(type) : rank.length);
  return places
    .toSorted((one, other) => order(one.type) - order(other.type) || (one.slug < other.slug ? -1 : 1))
    .map(({ slug, names, spellings }) => ({
      slug,
      names,
      spellings: spellings.filter(({ kind }) => kind !== "related" && kind !== "alias-han").map(({ text }) => text),
    }));
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

async function inBatches(count: number, write: (from: number, to: number) => Promise<number>): Promise<number> {
  let written = 0;
  for (let from = 0; from < count; from += batch) written += await write(from, Math.min(from + batch, count));
  return written;
}

async function insert(sql: string, rows: unknown[]): Promise<number> {
  const { rowCount } = await pool().query(sql, [JSON.stringify(rows)]);
  return rowCount ?? 0;
}

export async function insertEntries(made: MadeEntry[]): Promise<number> {
  const count = await insert(
    `INSERT INTO entry (slug, kind, function, year, state, unconfirmed, position, content, synthetic)
     SELECT row->'entry'->>'slug', row->'entry'->>'kind', row->'entry'->>'function', (row->'entry'->>'year')::int, row->'entry'->>'state',
       (row->'entry'->>'unconfirmed')::boolean, (row->>'position')::int, row->'entry', true
     FROM jsonb_array_elements($1::jsonb) AS row ON CONFLICT DO NOTHING`,
    made,
  );
  await insert(
    `INSERT INTO entry_place ("entrySlug", "placeSlug", position) SELECT row->'entry'->>'slug', place, (row->>'position')::int
     FROM jsonb_array_elements($1::jsonb) AS row, jsonb_array_elements_text(row->'places') AS place ON CONFLICT DO NOTHING`,
    made.map(({ entry: { slug }, places, position }) => ({ entry: { slug }, places, position })),
  );
  return count;
}

/** A project answers up to three proposals of its neighbourhood. */
function insertLinks(seed: number, projects: number[], proposals: number): Promise<number> {
  const name = (kind: string, n: number) => `synthetic-${seed}-${kind}-${String(n).padStart(6, "0")}`;
  const links = projects.flatMap((n) =>
    [n * 10, n * 10 + 3, n * 10 + 7]
      .filter((one) => one < proposals)
      .map((one) => ({ from: name("project", n), to: name("proposal", one) })),
  );
  return insert(
    `INSERT INTO entry_link ("fromSlug", "toSlug") SELECT row->>'from', row->>'to' FROM jsonb_array_elements($1::jsonb) AS row ON CONFLICT DO NOTHING`,
    links,
  );
}

async function insertPeople(people: unknown[]): Promise<number> {
  const count = await insert(
    `INSERT INTO person (id, email, name, "nameLatin", locale, "passwordHash", synthetic)
     SELECT id, email, name, "nameLatin", locale, 'none', true
     FROM jsonb_to_recordset($1::jsonb) AS row(id uuid, email text, name text, "nameLatin" text, locale text) ON CONFLICT DO NOTHING`,
    people,
  );
  await insert(
    `INSERT INTO "grant" (id, "personId", role) SELECT gen_random_uuid(), id, 'member' FROM jsonb_to_recordset($1::jsonb) AS row(id uuid)
     WHERE NOT EXISTS (SELECT 1 FROM "grant" WHERE "personId" = row.id)`,
    people,
  );
  return count;
}

/** Suggestions that were handled, answered, rated and published, with the steps that led there. */
async function insertSuggestions(suggestions: unknown[]): Promise<number> {
  const fields = `id uuid, reference text, "requestKey" uuid, "authorId" uuid, locale text, title text, matter text, analysis text, measures text,
    function text, "placeSlug" text, rating text, "submittedAt" timestamptz`;
  const count = await insert(
    `INSERT INTO suggestion (id, reference, "requestKey", "authorId", locale, title, matter, analysis, measures, function, "placeSlug", publishable,
       state, version, "submittedAt", "assignedAt", "dueOn", "replyText", "replyLocale", "replyClass", "repliedAt", rating, "publishedAt", synthetic, "updatedAt")
     SELECT id, reference, "requestKey"::text, "authorId", locale, title, matter, analysis, measures, function, "placeSlug", true,
       'closed', 7, "submittedAt", "submittedAt" + interval '7 days', ("submittedAt" + interval '90 days')::date, analysis, locale, 'B',
       "submittedAt" + interval '60 days', rating, "submittedAt" + interval '80 days', true, "submittedAt" + interval '80 days'
     FROM jsonb_to_recordset($1::jsonb) AS row(${fields}) ON CONFLICT DO NOTHING`,
    suggestions,
  );
  await insert(
    `INSERT INTO suggestion_event (id, "suggestionId", version, verb, "actorRole", at, particulars)
     SELECT gen_random_uuid(), id, step.version, step.verb, step.role, "submittedAt" + step.days * interval '1 day',
       CASE step.verb WHEN 'reply' THEN '{"class": "B"}' WHEN 'rate' THEN jsonb_build_object('rating', rating) ELSE '{}' END
     FROM jsonb_to_recordset($1::jsonb) AS row(${fields}), (VALUES (1, 'submit', 'member', 0), (2, 'take', 'committee', 2), (3, 'assign', 'committee', 7),
       (4, 'accept', 'unit', 9), (5, 'reply', 'unit', 60), (6, 'rate', 'member', 70), (7, 'publish', 'committee', 80)) AS step(version, verb, role, days)
     ON CONFLICT DO NOTHING`,
    suggestions,
  );
  return count;
}
