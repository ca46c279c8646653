import type { QueryConfig } from "pg";
import { searchPool } from "../../db/client";
import { countedAtMost, probedAtMost, type Candidates, type Wanted } from "../engine";
import { facetsOf, filterMarks, markedBy } from "./marks";
import { countMarks, marksBy } from "./numbers";
import { sample, sampledOf } from "./tiers";
import { groupQuery, probe, probeQueries, standsBy } from "./tokens";

/** Of each group's matches so many at most are looked at where one group is enough, fewer where there are many groups. */
const lookedAt = 4000;
/** Up to so many times as many as are wanted, it costs less to fetch all matches than to look for the best among them. */
const manyMore = 1.5;
/** So many of the lately changed rows are tried one by one before all matches are fetched and sorted. */
const triedInOrder = 5000;

const bestFirst = `weight DESC, key COLLATE "C"`;
const newestFirst = `"updatedAt" DESC, ${bestFirst}`;

/**
 * The documents that match all groups, or one of them, best first, with the facets over them. What can be matched at all
 * is settled by the shape of the statement alone, so that the database plans each shape once for a line.
 */
export async function matching(wanted: Wanted, between: "&" | "|"): Promise<Candidates> {
  const { limit, offset = 0 } = wanted;
  const every = between === "&";
  const { marks, queries, probes, values, shape } = conditionsOf(wanted, [
    limit,
    offset,
    Math.max(countedAtMost, limit + offset),
  ]);
  const found = every ? bestOf([...marks, ...queries], "$3", countedAtMost * manyMore) : bestOfEach(marks, queries);
  return answer(wanted, every, {
    name: `search ${between} ${shape}`,
    text: `WITH found AS MATERIALIZED (${found})
      SELECT json_build_object('total', (SELECT least(count(*), ${countedAtMost}) FROM found),
        'facets', (SELECT string_agg(facets, '') FROM (SELECT facets FROM found LIMIT ${countedAtMost}) AS counted),
        'rows', ${probed("SELECT * FROM found LIMIT $1 OFFSET $2", probes)}) AS found`,
    values,
  });
}

/** The documents that match all groups, lately changed ones first. They are listed, not counted. */
export async function newest(wanted: Wanted): Promise<Candidates> {
  const { marks, queries, probes, values, shape } = conditionsOf(wanted, [wanted.limit, wanted.offset ?? 0]);
  const all = [...marks, ...queries].join(" AND ");
  const read = (name: string, from: string) =>
    answer(wanted, true, {
      name: `${name} ${shape}`,
      text: `WITH found AS MATERIALIZED (SELECT key, weight, facets, tokens FROM ${from} WHERE ${all} ORDER BY ${newestFirst} LIMIT $1 OFFSET $2)
        SELECT json_build_object('total', (SELECT count(*) FROM found), 'rows', ${probed("SELECT * FROM found", probes)}) AS found`,
      values,
    });
  // What stands nearly everywhere is found among the latest; what is rare is few enough to be sorted.
  const latest = await read(
    "latest",
    `(SELECT * FROM search_row ORDER BY ${newestFirst} LIMIT ${triedInOrder}) AS latest`,
  );
  return latest.best.length < wanted.limit ? read("newest", "search_row") : latest;
}

type Row = [key: string, weight: number, numbers: string, stands: string];
type Counts = { total: number; facets?: string | null; rows: Row[] | null };

/** What a statement that finds rows and counts them says. */
async function answer({ filters, probes = [] }: Wanted, every: boolean, statement: QueryConfig): Promise<Candidates> {
  // PostgreSQL takes no text with a null character in it, and stores none.
  const possible = !filterMarks(filters).some((mark) => mark.includes("\0"));
  const { rows: said } = possible ? await searchPool().query<{ found: Counts }>(statement) : { rows: [] };
  const { total, facets, rows } = said[0]?.found ?? { total: 0, rows: null };
  const marks = await marksBy((rows ?? []).map(([, , numbers]) => numbers));
  const best = (rows ?? []).map(([key, weight, , stands], at) => ({
    key,
    weight,
    ...markedBy(marks[at] ?? []),
    stands: standsBy(stands.slice(0, probes.length)),
  }));
  const counted = facetsOf(await countMarks(facets ?? ""));
  return { best, every, total, facets: counted, engine: "postgres", limited: false };
}

/**
 * Rows as JSON, each with a digit for every probe. The tokens of a row are fetched and unpacked once for all probes: with
 * the weight of none of them set anew they are a copy in memory, which costs less than any other way to make one.
 */
function probed(rows: string, probes: string[][]): string {
  const digits = probes.length === 0 ? "''" : probes.map((values) => probe("tokens", values)).join(" || ");
  const tokens = probes.length === 0 ? "" : `, setweight(tokens, 'D', '{}'::text[]) AS tokens`;
  return `(SELECT json_agg(json_build_array(key, weight, facets, ${digits})) FROM (SELECT key, weight, facets${tokens} FROM (${rows}) AS best OFFSET 0) AS ready)`;
}

/** Probes are asked in rows of so many, the last of them for null, which costs nothing: there are fewer shapes of statements to plan. */
const probesInRow = 8;

/** The conditions and probes of a search as SQL, after the values that stand there already. Each condition is one of its own: all are asked of the index at once. */
function conditionsOf({ groups, filters, probes = [], except = [] }: Wanted, before: unknown[]) {
  const values = [...before];
  const value = (one: unknown) => `$${values.push(one)}`;
  const others = `key <> ALL(${value(except)}::text[])`;
  const marks = filterMarks(filters).map((mark) => `marks @> ARRAY[${value(mark)}::text]`);
  const queries = groups.map((group) => `tokens @@ ${value(groupQuery(group))}::tsquery`);
  const wanted = probes.slice(0, probedAtMost);
  const padding = Array.from({ length: (probesInRow - (wanted.length % probesInRow)) % probesInRow }, () => [
    null,
    null,
    null,
  ]);
  const asked = [...wanted.map(probeQueries), ...padding].map((three) => three.map(value));
  return {
    marks: [others, ...marks],
    queries,
    probes: asked,
    values,
    shape: `${marks.length} ${groups.length} ${asked.length}`,
  };
}

const columns = "key, weight, facets, tokens";

/** The best so many rows, tier after tier, and no further than to the one that has the last of them. */
function inTiers(conditions: string[], most: number | string): string {
  return `SELECT one.* FROM generate_series(0, (SELECT count(*) FROM search_tier)) AS tier CROSS JOIN LATERAL (
      SELECT ${columns} FROM search_row WHERE ${["marks @> ARRAY['tier:' || tier]", ...conditions].join(" AND ")}
      ORDER BY ${bestFirst} LIMIT ${most}) AS one LIMIT ${most}`;
}

/**
 * The best so many rows. A sample of all rows tells how common the matches are: where they seem to be fewer than `few` it
 * costs least to fetch and sort them all; where they are not, or prove not to be, they are looked for in tiers.
 */
function bestOf(conditions: string[], most: number | string, few: number): string {
  const sampled = `SELECT 1 FROM search_row WHERE ${[`marks @> ARRAY['${sample}']`, ...conditions].join(" AND ")} LIMIT ${Math.ceil(few / sampledOf)}`;
  return `WITH common AS MATERIALIZED (SELECT count(*) >= ${Math.ceil(few / sampledOf)} AS it FROM (${sampled}) AS one),
    fetched AS MATERIALIZED (SELECT ${columns} FROM search_row WHERE ${["NOT (SELECT it FROM common)", ...conditions].join(" AND ")} LIMIT ${few}),
    rare AS MATERIALIZED (SELECT NOT (SELECT it FROM common) AND count(*) < ${few} AS proved FROM fetched)
    SELECT * FROM ((SELECT * FROM fetched WHERE (SELECT proved FROM rare) ORDER BY ${bestFirst} LIMIT ${most})
      UNION ALL (SELECT * FROM (${inTiers(conditions, most)}) AS later WHERE NOT (SELECT proved FROM rare))) AS one LIMIT ${most}`;
}

/** The best matches of each group, with the number of groups that each answers. */
function bestOfEach(marks: string[], queries: string[]): string {
  const most = Math.ceil(lookedAt / queries.length);
  const each = queries.map((query) => `(${bestOf([...marks, query], most, Math.ceil(most * manyMore))})`);
  return `SELECT ${columns}, hits FROM (
      SELECT *, count(*) OVER own AS hits, row_number() OVER own AS nth FROM (${each.join(" UNION ALL ")}) AS of_groups WINDOW own AS (PARTITION BY key)
    ) AS of_all WHERE nth = 1 ORDER BY hits DESC, ${bestFirst} LIMIT $3`;
}
