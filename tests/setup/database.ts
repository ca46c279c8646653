import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll } from "vitest";
import { closeDb } from "~/platform/db/client";
import { env } from "~/platform/env";

/** Gives this test file an empty, migrated database of its own and a data folder of its own. Call it in `beforeAll`. */
export async function freshDatabase(): Promise<string> {
  const admin = process.env.TEST_ADMIN_URL as string;
  const name = `qq_test_${randomBytes(6).toString("hex")}`;
  const client = new Client({ connectionString: admin });
  await client.connect();
  await client.query(`CREATE DATABASE "${name}" TEMPLATE "${process.env.TEST_TEMPLATE}"`);
  await client.end();
  const url = new URL(admin);
  url.pathname = `/${name}`;
  process.env.DATABASE_URL = url.href;
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), "qq-test-"));
  env().DATABASE_URL = url.href;
  env().DATA_DIR = process.env.DATA_DIR;
  return url.href;
}

afterAll(closeDb);
