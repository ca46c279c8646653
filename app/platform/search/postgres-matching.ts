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
export async function matching(
  { groups, filters, limit, offset = 0, newest }: Wanted,
  between: "&" | "|",
): Promise<Candidates> {
  const values: unknown[] = [];
  const value = (one: unknown) => `$${values.push(one)}`;
  const conditions = [`generation = ${current}`, ...filterConditions(filters, value)].join(" AND ");
  const queries = groups.map((group) => `tokens @@ ${value(groupQuery(group))}::tsquery`);
  const all = [conditions, ...queries].join(" AND ");
  const order = `${newest ? '"updatedAt" DESC, ' : "hits DESC, "}weight DESC, key COLLATE "C"`;
  const found =
    between === "&"
      ? `SELECT ${narrow}, 1 AS hits FROM search_row WHERE ${all}`
      : `SELECT key, min(kind) AS kind, min(function) AS function, min(places) AS places, min(year) AS year, min(state) AS state,
           min(weight) AS weight, min("updatedAt") AS "updatedAt", count(*) AS hits FROM (${queries
             .map(
               (query) =>
                 `(SELECT ${narrow} FROM search_row WHERE ${conditions} AND ${query} LIMIT ${lookedAtOfGroup})`,
             )
             .join(" UNION ALL ")}) AS one_group GROUP BY key`;
  // Where more match than are counted, the best among all are looked for once more.
  const beyond =
    between === "&"
      ? `UNION ALL SELECT ${narrow}, 1 AS hits FROM search_row WHERE ${all} AND (SELECT cut FROM size)`
      : "";
  const own = between === "&" ? "WHERE NOT (SELECT cut FROM size)" : "";
  const { rows } = await pool().query<{ documents: unknown[] | null; facets: Facets & { total: number } }>(
    `WITH found AS MATERIALIZED (${found} LIMIT ${countedAtMost}),
     size AS MATERIALIZED (SELECT count(*) >= ${countedAtMost} AS cut FROM found),
     best AS MATERIALIZED (SELECT key, row_number() OVER (ORDER BY ${order}) AS place FROM (SELECT ${narrow}, hits FROM found ${own} ${beyond}) AS matched
       ORDER BY ${order} LIMIT ${value(limit)} OFFSET ${value(offset)})
     SELECT (SELECT jsonb_agg(document ORDER BY place) FROM best JOIN search_row USING (key) WHERE generation = ${current}) AS documents,
       jsonb_build_object('total', (SELECT count(*) FROM found),
       'kind', ${counts("kind")}, 'function', ${counts("function")}, 'year', ${counts("year")}, 'state', ${counts("state")},
       'place', (SELECT coalesce(jsonb_agg(jsonb_build_object('value', place, 'count', n)), '[]') FROM (SELECT place, count(*) AS n FROM found, unnest(places) AS place GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30) AS c)) AS facets`,
    values,
  );
  const { total = 0, ...facets } = rows[0]?.facets ?? { kind: [], function: [], place: [], year: [], state: [] };
  return { documents: rows[0]?.documents ?? [], total, facets, engine: "postgres", limited: false };
}

function counts(column: string): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('value', value, 'count', n)), '[]') FROM (SELECT ${column}::text AS value, count(*) AS n FROM found WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30) AS c)`;
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
