import type { PoolClient } from "pg";
import type { Prepared } from "../engine";
import { marksOf } from "./marks";
import { sample, sampledOf } from "./tiers";
import { vectorOf } from "./tokens";

/** The tier of a row: how many tiers begin before or with it. */
const tierByBounds = `(SELECT count(*) FROM search_tier AS tier
  WHERE tier.weight > row.weight OR (tier.weight = row.weight AND tier.key COLLATE "C" <= row.key))`;

/** The mark of a sampled row. */
const sampling = `CASE WHEN hashtext(key) % ${sampledOf} = 0 THEN ARRAY['${sample}'] END`;

/** Documents with the numbers of their marks, see `numbered`. */
export type Numbered = { documents: Prepared[]; numbers: string[] };

/** Writes documents into the index that is searched. */
export function insertRows(client: PoolClient, rows: Numbered): Promise<void> {
  return insert(client, "search_row", tierByBounds, rows, []);
}

/** Writes documents into one that is being built, each into the tier that is said. */
export function insertNext(client: PoolClient, rows: Numbered, tiers: number[]): Promise<void> {
  return insert(client, "search_next", "row.tier", rows, tiers);
}

async function insert(
  client: PoolClient,
  table: string,
  tier: string,
  { documents, numbers }: Numbered,
  tiers: number[],
): Promise<void> {
  if (documents.length === 0) return;
  await client.query(
    `INSERT INTO ${table} (key, weight, "updatedAt", marks, facets, tokens, document)
     SELECT key, weight, "updatedAt", ARRAY(SELECT json_array_elements_text(marks)) || ('tier:' || ${tier}) || ${sampling}, facets, tokens::tsvector, document
     FROM unnest($1::text[], $2::float[], $3::timestamptz[], $4::json[], $5::text[], $6::text[], $7::json[], $8::int[])
       AS row(key, weight, "updatedAt", marks, facets, tokens, document, tier)
     ON CONFLICT (key) DO UPDATE SET weight = excluded.weight, "updatedAt" = excluded."updatedAt", marks = excluded.marks,
       facets = excluded.facets, tokens = excluded.tokens, document = excluded.document`,
    [
      documents.map(({ key }) => key),
      documents.map(({ weight }) => weight),
      documents.map(({ updatedAt }) => updatedAt),
      documents.map((one) => JSON.stringify(marksOf(one))),
      numbers,
      documents.map(({ tokens }) => vectorOf(tokens)),
      documents.map(({ document }) => JSON.stringify(document)),
      tiers,
    ],
  );
}
