import type { QueryConfig } from "pg";
import { searchPool } from "../../db/client";
import { countedAtMost, type Candidates, type Wanted } from "../engine";
import { documentsOf, type Seen } from "./documents";
import { facetsOf, filterMarks } from "./marks";
import { growing } from "./tiers";

/** Of each group's matches so many at most are looked at where one group is enough, fewer where there are many groups. */
const lookedAt = 4000;
/** So many of the lately changed rows are tried one by one before all matches are fetched and sorted. */
const triedInOrder = 5000;

const bestFirst = `weight DESC, key COLLATE "C"`;
const newestFirst = `"updatedAt" DESC, ${bestFirst}`;

/**
 * The documents that match all groups, or one of them, best first, with the facets over them. What can be matched at all
 * is settled by the shape of the statement alone, so that the database plans each shape once for a line.
 */
export async function matching(wanted: Wanted, between: "&" | "|"): Promise<Candidates> {
  const { groups, limit, offset = 0 } = wanted;
  const { marks, conditions, values } = conditionsOf(wanted, [limit, offset, Math.max(countedAtMost, limit + offset)]);
  const one = between === "|";
  const found = one
    ? oneOf(conditions.marks, conditions.queries)
    : inTiers([...conditions.marks, ...conditions.queries], "$3");
  return answer(marks, {
    name: `search ${between} ${marks.length} ${groups.length}`,
    text: `WITH found AS MATERIALIZED (${found}),
      best AS (SELECT key, version, row_number() OVER (ORDER BY ${one ? "hits DESC, " : ""}${bestFirst}) AS place FROM found),
      counted AS (SELECT mark, count(*) AS n FROM (SELECT unnest(marks) AS mark FROM (SELECT marks FROM found LIMIT ${countedAtMost}) AS one) AS each GROUP BY mark)
      SELECT json_build_object('total', (SELECT least(count(*), ${countedAtMost}) FROM found),
        'marks', (SELECT json_agg(json_build_array(mark, n)) FROM counted),
        'rows', (SELECT json_agg(json_build_array(key, version) ORDER BY place) FROM best WHERE place > $2 AND place <= $1::int + $2::int)) AS found`,
    values,
  });
}

/** The documents that match all groups, lately changed ones first. They are listed, not counted. */
export async function newest(wanted: Wanted): Promise<Candidates> {
  const { marks, conditions, values } = conditionsOf(wanted, [wanted.limit, wanted.offset ?? 0]);
  const all = ["true", ...conditions.marks, ...conditions.queries].join(" AND ");
  const read = (name: string, from: string) =>
    answer(marks, {
      name: `${name} ${marks.length} ${wanted.groups.length}`,
      text: `SELECT json_build_object('total', count(*), 'rows', json_agg(json_build_array(key, version) ORDER BY ${newestFirst})) AS found
        FROM (SELECT key, xmin::text AS version, weight, "updatedAt" FROM ${from} WHERE ${all} ORDER BY ${newestFirst} LIMIT $1 OFFSET $2) AS one`,
      values,
    });
  // What stands nearly everywhere is found among the latest; what is rare is few enough to be sorted.
  const latest = await read(
    "latest",
    `(SELECT *, xmin FROM search_row ORDER BY ${newestFirst} LIMIT ${triedInOrder}) AS latest`,
  );
  return latest.documents.length < wanted.limit ? read("newest", "search_row") : latest;
}

type Counts = { total: number; marks: [mark: string, count: number][] | null; rows: Seen[] | null };

/** What a statement that finds rows and counts them says, with the documents of the rows. */
async function answer(marks: string[], statement: QueryConfig): Promise<Candidates> {
  // PostgreSQL takes no text with a null character in it, and stores none.
  const possible = !marks.some((mark) => mark.includes("\0"));
  const { rows } = possible ? await searchPool().query<{ found: Counts }>(statement) : { rows: [] };
  const { total, marks: counted, rows: seen } = rows[0]?.found ?? { total: 0, marks: null, rows: null };
  const documents = await documentsOf(seen ?? []);
  return { documents, total, facets: facetsOf(counted ?? []), engine: "postgres", limited: false };
}

/** The conditions of a search as SQL, after the values that stand there already. Each is one of its own: all are asked of the index at once. */
function conditionsOf({ groups, filters }: Wanted, before: unknown[]) {
  const values = [...before];
  const value = (one: unknown) => `$${values.push(one)}`;
  const marks = filterMarks(filters);
  const conditions = {
    marks: marks.map((mark) => `marks @> ARRAY[${value(mark)}::text]`),
    queries: groups.map((group) => `tokens @@ ${value(groupQuery(group))}::tsquery`),
  };
  return { marks, conditions, values };
}

/**
 * The tiers in layers that are asked one after the other: the small ones each by itself, of the later ones twice as many
 * each time, up to so many powers of two. What has not been met by then is rare, unless it stands in the last ones only.
 */
function layers(powers: number): string {
  const later = `tier - ${growing - 1}`;
  const layer = `CASE WHEN tier < ${growing} THEN tier
    WHEN ${later} < 2 ^ ${powers} THEN ${growing} + floor(log(2, ${later}))
    ELSE ${growing + powers} + floor((${later}) / 2 ^ ${powers}) END`;
  return `SELECT array_agg('tier:' || tier) AS tiers FROM generate_series(0, (SELECT count(*) FROM search_tier)) AS tier
    GROUP BY ${layer} ORDER BY min(tier)`;
}

/** The best so many rows: layer after layer, and no further than to the one that has the last of them. */
function inTiers(conditions: string[], most: number | string, powers = 20): string {
  return `SELECT one.* FROM (${layers(powers)}) AS layer CROSS JOIN LATERAL (
      SELECT key, xmin::text AS version, weight, marks FROM search_row WHERE ${["marks && layer.tiers", ...conditions].join(" AND ")}
      ORDER BY ${bestFirst} LIMIT ${most}) AS one LIMIT ${most}`;
}

/** The best matches of each group, with the number of groups that each answers. A group alone may match very much: small layers. */
function oneOf(marks: string[], queries: string[]): string {
  const each = queries.map((query) => `(${inTiers([...marks, query], Math.ceil(lookedAt / queries.length), 2)})`);
  return `SELECT weight, key, version, marks, hits FROM (
      SELECT *, count(*) OVER own AS hits, row_number() OVER own AS nth FROM (${each.join(" UNION ALL ")}) AS of_groups WINDOW own AS (PARTITION BY key)
    ) AS of_all WHERE nth = 1 ORDER BY hits DESC, ${bestFirst} LIMIT $3`;
}

/**
 * A group as tsquery text. What cannot be a token is passed over; `@` is one that no document has.
 */
function groupQuery(group: string[]): string {
  const tokens = group.filter(isToken);
  return (tokens.length === 0 ? ["@"] : tokens).map(quoted).join(" | ");
}

export const isToken = (token: string) => token !== "" && !token.includes("\0");

/** A token as a word of tsvector and tsquery text: nothing in it is read as an operator. */
export function quoted(token: string): string {
  return `'${token.replace(/\\/g, "\\\\").replace(/'/g, "''")}'`;
}
