import { searchPool } from "../db/client";
import { countedAtMost, type Candidates, type Facets, type Filters, type Wanted } from "./engine";

/** The generation that searches read, as SQL. */
export const current = `(SELECT current FROM search_generation WHERE id = 1)`;

/** A group that stands nearly everywhere tells little: of its matches so many at most are looked at where one group is enough. */
const lookedAtOfGroup = 3000;

const narrow = `key, kind, function, places, year, state, weight, "updatedAt"`;

/**
 * The documents that match all groups, or one of them, best first, with the facets over them. Matches are first read
 * without their documents: these, which are large, only for those that are asked for.
 */
export async function matching(wanted: Wanted, between: "&" | "|"): Promise<Candidates> {
  const { groups, filters, newest } = wanted;
  const values: unknown[] = [];
  const value = (one: unknown) => `$${values.push(one)}`;
  const conditions = filterConditions(filters, value);
  const queries = groups.map((group) => `tokens @@ ${value(groupQuery(group))}::tsquery`);
  const pays =
    between === "&" && groups.length > 0 ? await orderPays(groups, conditions, queries, [...values]) : () => false;
  const order = `${newest ? '"updatedAt" DESC, ' : between === "|" ? "hits DESC, " : ""}weight DESC, key COLLATE "C"`;
  const part = `ORDER BY ${order} LIMIT ${value(wanted.limit)} OFFSET ${value(wanted.offset ?? 0)}`;
  const inOrder = groups.length === 0 || pays(countedAtMost);
  const found =
    between === "|"
      ? oneOf(conditions, queries)
      : `SELECT ${narrow} FROM search_row WHERE ${all(conditions, queries, inOrder)} ${inOrder ? `ORDER BY ${order}` : ""}`;
  const { rows } = await searchPool().query<Row>(
    `WITH found AS MATERIALIZED (${found} LIMIT ${countedAtMost}),
     best AS MATERIALIZED (SELECT key, row_number() OVER (ORDER BY ${order}) AS place FROM found ${part})
     ${documentsOfBest} UNION ALL
     SELECT NULL, json_build_object('total', (SELECT count(*) FROM found), ${facetsOf("kind", "function", "year", "state")},
       'place', ${counts("place", "(SELECT unnest(places) AS place FROM found) AS one_place")}), 0
     ORDER BY place`,
    values,
  );
  const [first, ...best] = rows;
  const { total, ...facets } = first?.facets ?? none;
  const last = wanted.limit + (wanted.offset ?? 0);
  const cut = between === "&" && total >= countedAtMost && !(inOrder && last <= countedAtMost);
  const shown = cut ? await bestOfMany(all(conditions, queries, pays(last)), order, part, values) : best;
  return { documents: shown.map(({ document }) => document), total, facets, engine: "postgres", limited: false };
}

type Row = { document: unknown; facets: (Facets & { total: number }) | null };
const none = { total: 0, kind: [], function: [], place: [], year: [], state: [] };

const documentsOfBest = `SELECT document, NULL::json AS facets, place FROM best JOIN search_row USING (key) WHERE generation = ${current}`;

/**
 * The condition that all groups match. Either rows are tried in their order, and then no index may answer for the tokens,
 * or all matches are fetched, and then none but theirs: each is said in a way that the other's indexes cannot serve.
 */
function all(conditions: string[], queries: string[], inOrder: boolean): string {
  const own = queries.length > 0 && !inOrder ? `generation + 0 = ${current}` : `generation = ${current}`;
  return [own, ...conditions, ...queries.map((query) => (inOrder ? `(${query}) IS TRUE` : query))].join(" AND ");
}

/** The best of more matches than are counted. */
async function bestOfMany(condition: string, order: string, part: string, values: unknown[]): Promise<Row[]> {
  const { rows } = await searchPool().query<Row>(
    `WITH best AS MATERIALIZED (SELECT key, row_number() OVER (ORDER BY ${order}) AS place FROM search_row WHERE ${condition} ${part})
     ${documentsOfBest} ORDER BY place`,
    values,
  );
  return rows;
}

/** The matches of each group, with the number of groups that each answers. */
function oneOf(conditions: string[], queries: string[]): string {
  const each = queries.map(
    (query) => `(SELECT ${narrow} FROM search_row WHERE ${all(conditions, [query], false)} LIMIT ${lookedAtOfGroup})`,
  );
  return `SELECT key, min(kind) AS kind, min(function) AS function, min(places) AS places, min(year) AS year, min(state) AS state,
    min(weight) AS weight, min("updatedAt") AS "updatedAt", count(*) AS hits FROM (${each.join(" UNION ALL ")}) AS one_group GROUP BY key`;
}

/** Below so many rows it matters little in which way they are read. */
const few = 20_000;
let counted = { at: -Infinity, rows: 0 };

/** About how many rows there are, as the database last counted; asked once a minute. */
async function about(): Promise<number> {
  const at = performance.now();
  if (at - counted.at > 60_000) {
    const { rows } = await searchPool().query<{ size: number }>(
      `SELECT reltuples AS size FROM pg_class WHERE oid = 'search_row'::regclass`,
    );
    counted = { at, rows: rows[0]?.size ?? 0 };
  }
  return counted.rows;
}

/**
 * Whether so many of the best matches are found sooner by trying rows in their order than by fetching all matches and
 * sorting them. To try a row its tokens are unpacked, which costs about ten times what fetching a match does (measured);
 * the planner does not know that. Rows to try grow with those asked for, over the share of all that match.
 */
async function orderPays(
  groups: string[][],
  conditions: string[],
  queries: string[],
  values: unknown[],
): Promise<(rows: number) => boolean> {
  const size = await about();
  if (size < few) return () => false;
  const own = [`generation = ${current}`, ...conditions].join(" AND ");
  // Taken as unlike words that seldom meet, groups would seem to match little that all name the same place.
  const [first = [], ...others] = groups;
  const shared = first.filter((token) => others.every((group) => group.includes(token)));
  const { rows } = await searchPool().query<{ "QUERY PLAN": [{ Plan: { Plans: { "Plan Rows": number }[] } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM search_row WHERE ${[own, ...queries].join(" AND ")}
     UNION ALL SELECT 1 FROM search_row WHERE ${own} AND tokens @@ $${values.length + 1}::tsquery`,
    [...values, groupQuery(shared)],
  );
  const matches = Math.max(...(rows[0]?.["QUERY PLAN"][0].Plan.Plans.map((plan) => plan["Plan Rows"]) ?? [0]));
  return (asked) => matches * matches > 10 * asked * size;
}

function facetsOf(...columns: string[]): string {
  return columns.map((column) => `'${column}', ${counts(column, "found")}`).join(", ");
}

/** The thirty commonest values of a column, as SQL. */
function counts(column: string, from: string): string {
  return `(SELECT coalesce(json_agg(json_build_object('value', value, 'count', n)), '[]') FROM (SELECT ${column}::text AS value, count(*) AS n
    FROM ${from} WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30) AS c)`;
}

function filterConditions(filters: Filters, value: (one: unknown) => string): string[] {
  const { kind, function: fn, place, year, state } = filters;
  // PostgreSQL takes no text with a null character in it, and stores none.
  if ([kind, fn, place, state].some((text) => text?.includes("\0"))) return ["FALSE"];
  return [
    ...(kind === undefined ? [] : [`kind = ${value(kind)}`]),
    ...(fn === undefined ? [] : [`function = ${value(fn)}`]),
    ...(place === undefined ? [] : [`places @> ARRAY[${value(place)}]`]),
    ...(year === undefined ? [] : [`year = ${value(year)}`]),
    ...(state === undefined ? [] : [`state = ${value(state)}`]),
  ];
}

/**
 * A group as tsquery text: every token quoted, so that nothing a person typed is read as an operator. What cannot be a
 * token is passed over; `@` is one that no document has.
 */
function groupQuery(group: string[]): string {
  const tokens = group.filter((token) => token !== "" && !token.includes("\0"));
  const quoted = (tokens.length === 0 ? ["@"] : tokens).map((token) =>
    token.replace(/\\/g, "\\\\").replace(/'/g, "''"),
  );
  return `(${quoted.map((token) => `'${token}'`).join(" | ")})`;
}
