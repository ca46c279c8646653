import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { hash } from "@node-rs/argon2";
import type { Page } from "@playwright/test";
import { Client } from "pg";
import { startEmbedded } from "../../app/platform/db/embedded";

export const ownPassword = "tangerine lamp ferry";

async function inDatabase(work: (client: Client) => Promise<void>): Promise<void> {
  const { url } = await startEmbedded(join(process.env.PORTAL_DATA ?? "", "pg"));
  const client = new Client({ connectionString: url });
  await client.connect();
  await work(client).finally(() => client.end());
}

/** Lets time go by since somebody showed, in the session of this window, who they are. */
export async function letProofLapse(page: Page): Promise<void> {
  const cookie = (await page.context().cookies()).find(({ name }) => name === "qq_session");
  const [written = ""] = decodeURIComponent(cookie?.value ?? "").split(".");
  const token: unknown = JSON.parse(Buffer.from(written, "base64").toString("utf8"));
  const tokenHash = createHash("sha256").update(String(token)).digest("hex");
  await inDatabase(async (client) => {
    await client.query(`UPDATE session SET "provedAt" = now() - interval '1 hour' WHERE "tokenHash" = $1`, [tokenHash]);
  });
}

/**
 * Somebody with an account of their own in the portal under test, with a role or none: the accounts to try it with are
 * shared.
 */
export async function anAccount(role: "member" | "unit" | null, organisation: string | null = null): Promise<string> {
  const [id, passwordHash] = [randomUUID(), await hash(ownPassword)];
  const email = `${id}@example.org`;
  await inDatabase(async (client) => {
    await client.query(
      `INSERT INTO person (id, email, name, locale, "passwordHash") VALUES ($1, $2, 'Chan Mei Ling', 'en', $3)`,
      [id, email, passwordHash],
    );
    if (role === null) return;
    await client.query(
      `INSERT INTO "grant" (id, "personId", role, organisation, "from") VALUES ($1, $2, $3, $4, '2020-01-01')`,
      [randomUUID(), id, role, organisation],
    );
  });
  return email;
}
