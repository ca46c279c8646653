import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import { Client } from "pg";
import { startEmbedded } from "../../app/platform/db/embedded";

export const ownPassword = "tangerine lamp ferry";

/** Somebody with an account of their own in the portal under test: the accounts to try it with are shared. */
export async function anAccount(role: "member" | "unit", organisation: string | null = null): Promise<string> {
  const { url } = await startEmbedded(join(process.env.PORTAL_DATA ?? "", "pg"));
  const client = new Client({ connectionString: url });
  await client.connect();
  const id = randomUUID();
  const email = `${id}@example.org`;
  await client.query(
    `INSERT INTO person (id, email, name, locale, "passwordHash") VALUES ($1, $2, 'Chan Mei Ling', 'en', $3)`,
    [id, email, await hash(ownPassword)],
  );
  await client.query(
    `INSERT INTO "grant" (id, "personId", role, organisation, "from") VALUES ($1, $2, $3, $4, '2020-01-01')`,
    [randomUUID(), id, role, organisation],
  );
  await client.end();
  return email;
}
