import type { PoolClient } from "pg";
import { pool } from "../db/client";
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
  const conditions = [`generation = ${current}`, ...filterConditions(filters, value)].join(" AND ");
  const queries = groups.map((group) => `tokens @@ ${value(groupQuery(group))}::tsquery`);
  const all = [conditions, ...queries].join(" AND ");
  const order = `${newest ? '"updatedAt" DESC, ' : between === "|" ? "hits DESC, " : ""}weight DESC, key COLLATE "C"`;
  const by = `ORDER BY ${order}`;
  const part = `${by} LIMIT ${value(wanted.limit)} OFFSET ${value(wanted.offset ?? 0)}`;
  const found = between === "&" ? `SELECT ${narrow} FROM search_row WHERE ${all}` : oneOf(conditions, queries);
  return planned(async (client) => {
    const pays = between === "&" ? await orderPays(client, all, values.slice(0, -2)) : () => false;
    const inOrder = groups.length === 0 || pays(countedAtMost);
    await client.query(scan(inOrder));
    const { rows } = await client.query<{ keys: string[] | null; facets: Facets & { total: number } }>(
      `WITH found AS MATERIALIZED (${found} ${inOrder ? by : ""} LIMIT ${countedAtMost})
       SELECT (SELECT json_agg(key) FROM (SELECT key FROM found ${part}) AS best) AS keys,
         json_build_object('total', (SELECT count(*) FROM found), ${facetsOf("kind", "function", "year", "state")},
           'place', ${counts("place", "(SELECT unnest(places) AS place FROM found) AS one_place")}) AS facets`,
      values,
    );
    const { total, ...facets } = rows[0]?.facets ?? none;
    let keys = rows[0]?.keys ?? [];
    const last = wanted.limit + (wanted.offset ?? 0);
    const cut = between === "&" && total >= countedAtMost && !(inOrder && last <= countedAtMost);
    if (cut) {
      await client.query(scan(pays(last)));
      const best = await client.query<{ key: string }>(`SELECT key FROM search_row WHERE ${all} ${part}`, values);
      keys = best.rows.map(({ key }) => key);
    }
    return { documents: await documentsAt(client, keys), total, facets, engine: "postgres", limited: false };
  });
}

const none = { total: 0, kind: [], function: [], place: [], year: [], state: [] };

async function documentsAt(client: PoolClient, keys: string[]): Promise<unknown[]> {
  await client.query(scan(true));
  const { rows } = await client.query<{ document: unknown }>(
    `SELECT document FROM unnest($1::text[]) WITH ORDINALITY AS best (key, place) JOIN search_row USING (key)
     WHERE generation = ${current} ORDER BY place`,
    [keys],
  );
  return rows.map(({ document }) => document);
}

/** The matches of each group, with the number of groups that each answers. */
function oneOf(conditions: string, queries: string[]): string {
  const each = queries.map(
    (query) => `(SELECT ${narrow} FROM search_row WHERE ${conditions} AND ${query} LIMIT ${lookedAtOfGroup})`,
  );
  return `SELECT key, min(kind) AS kind, min(function) AS function, min(places) AS places, min(year) AS year, min(state) AS state,
    min(weight) AS weight, min("updatedAt") AS "updatedAt", count(*) AS hits FROM (${each.join(" UNION ALL ")}) AS one_group GROUP BY key`;
}

/**
 * Whether so many of the best matches are found sooner by trying rows in their order than by fetching all matches and
 * sorting them. To try a row its tokens are unpacked, which costs about ten times what fetching a match does (measured);
 * the planner does not know that. Rows to try grow with those asked for, over the share of all that match.
 */
async function orderPays(client: PoolClient, all: string, values: unknown[]): Promise<(rows: number) => boolean> {
  const { rows: plans } = await client.query<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    `EXPLAIN (FORMAT JSON) SELECT 1 FROM search_row WHERE ${all}`,
    values,
  );
  const { rows: sizes } = await client.query<{ size: number }>(
    `SELECT reltuples AS size FROM pg_class WHERE oid = 'search_row'::regclass`,
  );
  const matches = plans[0]?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
  return (asked) => matches * matches > 10 * asked * (sizes[0]?.size ?? 0);
}

/** Lets rows be tried in their order, or has all matches fetched. */
function scan(inOrder: boolean): string {
  const [order, all] = inOrder ? ["on", "off"] : ["off", "on"];
  return `SET LOCAL enable_indexscan = ${order}; SET LOCAL enable_bitmapscan = ${all}`;
}

/**
 * Runs with what the planner does not know of this table: the index is always better than looking through all of it,
 * and compiling a statement takes longer than any of them.
 */
async function planned<Result>(work: (client: PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool().connect();
  try {
    await client.query(
      "BEGIN READ ONLY; SET LOCAL enable_seqscan = off; SET LOCAL jit = off; SET LOCAL random_page_cost = 1.1",
    );
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    await client.query("ROLLBACK").then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    );
    throw error;
  }
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
