import { pool } from "../db/client";
import type { Candidates, Facets, Filters, Wanted } from "./engine";

/** The generation that searches read, as SQL. */
export const current = `(SELECT current FROM search_generation WHERE id = 1)`;
/** Facets are counted over at most this many matches: beyond it the counts are a floor, and the search stays quick. */
const countedAtMost = 5000;

/** The documents that match all groups, or one of them, best first, with the facets over them. */
export async function matching({ groups, filters, limit }: Wanted, between: "&" | "|"): Promise<Candidates> {
  const values: unknown[] = [];
  const value = (one: unknown) => `$${values.push(one)}`;
  const conditions = [`generation = ${current}`, ...filterConditions(filters, value)];
  if (groups.length > 0) conditions.push(`tokens @@ ${value(groups.map(groupQuery).join(` ${between} `))}::tsquery`);
  const order =
    between === "|"
      ? `${groups.map((group) => `(tokens @@ ${value(groupQuery(group))}::tsquery)::int`).join(" + ")} DESC, `
      : "";
  const { rows } = await pool().query<{ documents: unknown[] | null; facets: Facets & { total: number } }>(
    `WITH found AS MATERIALIZED (SELECT key, kind, function, places, year, state FROM search_row WHERE ${conditions.join(" AND ")} LIMIT ${countedAtMost}),
     best AS (SELECT document FROM search_row WHERE ${conditions.join(" AND ")} ORDER BY ${order}weight DESC, key COLLATE "C" LIMIT ${value(limit)})
     SELECT (SELECT jsonb_agg(document) FROM best) AS documents, jsonb_build_object('total', (SELECT count(*) FROM found),
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
