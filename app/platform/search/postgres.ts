import type { PoolClient } from "pg";
import { pool } from "../db/client";
import type { Candidates, Facets, Filters, Prepared, SearchEngine, Wanted } from "./engine";

const current = `(SELECT current FROM search_generation WHERE id = 1)`;
/** Facets are counted over at most this many matches: beyond it the counts are a floor, and the search stays quick. */
const countedAtMost = 5000;

/** The engine in the portal's own database: tokens as a tsvector that no dictionary has touched. */
export const postgres: SearchEngine = {
  name: "postgres",

  async put(documents) {
    await insert((text, values) => pool().query(text, values), documents, current);
  },

  async remove(keys) {
    await pool().query(`DELETE FROM search_row WHERE key = ANY($1)`, [keys]);
  },

  async candidates(wanted) {
    const all = await matching(wanted, "&");
    if (all.total > 0 || wanted.groups.length < 2) return all;
    return matching(wanted, "|");
  },

  async byKeys(keys) {
    const { rows } = await pool().query<{ key: string; document: unknown }>(
      `SELECT key, document FROM search_row WHERE generation = ${current} AND key = ANY($1)`,
      [keys],
    );
    const found = new Map(rows.map((row) => [row.key, row.document]));
    return keys.flatMap((key) => (found.has(key) ? [found.get(key)] : []));
  },

  async rebuild(batches) {
    const client = await pool().connect();
    try {
      await client.query(`SELECT pg_advisory_lock(hashtext('qiaoqiao search rebuild'))`);
      const next = await startGeneration(client);
      for await (const documents of batches)
        await insert((text, values) => client.query(text, values), documents, String(next));
      await client.query("BEGIN");
      await client.query(
        `INSERT INTO search_generation (id, current) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET current = $1`,
        [next],
      );
      await client.query(`DELETE FROM search_row WHERE generation <> $1`, [next]);
      await client.query("COMMIT");
      await client.query("ANALYZE search_row");
    } finally {
      await client.query(`SELECT pg_advisory_unlock(hashtext('qiaoqiao search rebuild'))`);
      client.release();
    }
  },

  async check() {
    await pool().query(`SELECT 1 FROM search_row LIMIT 1`);
  },
};

/** The number of a fresh generation; what a rebuild that broke off left behind is swept away first. */
async function startGeneration(client: PoolClient): Promise<number> {
  await client.query(`INSERT INTO search_generation (id, current) VALUES (1, 1) ON CONFLICT DO NOTHING`);
  await client.query(`DELETE FROM search_row WHERE generation <> ${current}`);
  const { rows } = await client.query<{ next: number }>(`SELECT current + 1 AS next FROM search_generation`);
  return rows[0]?.next ?? 1;
}

type Query = (text: string, values: unknown[]) => Promise<unknown>;

async function insert(query: Query, documents: Prepared[], generation: string): Promise<void> {
  if (documents.length === 0) return;
  const rows = documents.map(({ document, tokens, ...rest }) => ({ ...rest, document, tokens }));
  await query(
    `INSERT INTO search_row (generation, key, kind, function, places, year, state, weight, document, "updatedAt", tokens)
     SELECT coalesce(${generation}, 1), row->>'key', row->>'kind', row->>'function', ARRAY(SELECT jsonb_array_elements_text(row->'places')),
       (row->>'year')::int, row->>'state', (row->>'weight')::float, row->'document', (row->>'updatedAt')::timestamptz,
       array_to_tsvector(ARRAY(SELECT DISTINCT token FROM jsonb_array_elements_text(row->'tokens') AS token WHERE token <> ''))
     FROM jsonb_array_elements($1::jsonb) AS row
     ON CONFLICT (generation, key) DO UPDATE SET kind = excluded.kind, function = excluded.function, places = excluded.places, year = excluded.year,
       state = excluded.state, weight = excluded.weight, document = excluded.document, "updatedAt" = excluded."updatedAt", tokens = excluded.tokens`,
    [JSON.stringify(rows)],
  );
}

async function matching({ groups, filters, limit }: Wanted, between: "&" | "|"): Promise<Candidates> {
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
     best AS (SELECT document FROM search_row WHERE ${conditions.join(" AND ")} ORDER BY ${order}weight DESC, key LIMIT ${value(limit)})
     SELECT (SELECT jsonb_agg(document) FROM best) AS documents, jsonb_build_object('total', (SELECT count(*) FROM found),
       'kind', ${counts("kind")}, 'function', ${counts("function")}, 'year', ${counts("year")}, 'state', ${counts("state")},
       'place', (SELECT coalesce(jsonb_agg(jsonb_build_object('value', place, 'count', n)), '[]') FROM (SELECT place, count(*) AS n FROM found, unnest(places) AS place GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30) AS c)) AS facets`,
    values,
  );
  const { total = 0, ...facets } = rows[0]?.facets ?? { kind: [], function: [], place: [], year: [], state: [] };
  return { documents: rows[0]?.documents ?? [], total, facets };
}

function counts(column: string): string {
  return `(SELECT coalesce(jsonb_agg(jsonb_build_object('value', value, 'count', n)), '[]') FROM (SELECT ${column}::text AS value, count(*) AS n FROM found WHERE ${column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 30) AS c)`;
}

function filterConditions(filters: Filters, value: (one: unknown) => string): string[] {
  const { kind, function: fn, place, year, state } = filters;
  return [
    ...(kind === undefined ? [] : [`kind = ${value(kind)}`]),
    ...(fn === undefined ? [] : [`function = ${value(fn)}`]),
    ...(place === undefined ? [] : [`places @> ARRAY[${value(place)}]`]),
    ...(year === undefined ? [] : [`year = ${value(year)}`]),
    ...(state === undefined ? [] : [`state = ${value(state)}`]),
  ];
}

/** A group as tsquery text: every token quoted, so that nothing a person typed is read as an operator. */
function groupQuery(group: string[]): string {
  return `(${group.map((token) => `'${token.replace(/\\/g, "\\\\").replace(/'/g, "''")}'`).join(" | ")})`;
}
