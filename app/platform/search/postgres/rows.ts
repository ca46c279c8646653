import type { PoolClient } from "pg";
import type { Prepared } from "../engine";
import { marksOf } from "./marks";
import { isToken, quoted } from "./matching";

/** The tier of a row: how many tiers begin before or with it. */
const tierByBounds = `(SELECT count(*) FROM search_tier AS tier
  WHERE tier.weight > row.weight OR (tier.weight = row.weight AND tier.key COLLATE "C" <= row.key))`;

/** Writes documents into the index that is searched. */
export function insertRows(client: PoolClient, documents: Prepared[]): Promise<void> {
  return insert(client, "search_row", tierByBounds, documents, []);
}

/** Writes documents into one that is being built, each into the tier that is said. */
export function insertNext(client: PoolClient, documents: Prepared[], tiers: number[]): Promise<void> {
  return insert(client, "search_next", "row.tier", documents, tiers);
}

async function insert(
  client: PoolClient,
  table: string,
  tier: string,
  documents: Prepared[],
  tiers: number[],
): Promise<void> {
  if (documents.length === 0) return;
  await client.query(
    `INSERT INTO ${table} (key, weight, "updatedAt", marks, tokens, document)
     SELECT key, weight, "updatedAt", ARRAY(SELECT json_array_elements_text(marks)) || ('tier:' || ${tier}), tokens::tsvector, document
     FROM unnest($1::text[], $2::float[], $3::timestamptz[], $4::json[], $5::text[], $6::json[], $7::int[])
       AS row(key, weight, "updatedAt", marks, tokens, document, tier)
     ON CONFLICT (key) DO UPDATE SET weight = excluded.weight, "updatedAt" = excluded."updatedAt", marks = excluded.marks,
       tokens = excluded.tokens, document = excluded.document`,
    [
      documents.map(({ key }) => key),
      documents.map(({ weight }) => weight),
      documents.map(({ updatedAt }) => updatedAt),
      documents.map((one) => JSON.stringify(marksOf(one))),
      documents.map(({ tokens }) => tokens.filter(isToken).map(quoted).join(" ")),
      documents.map(({ document }) => JSON.stringify(document)),
      tiers,
    ],
  );
}
