import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { runMigrations } from "graphile-worker";
import { Client } from "pg";
import { startEmbedded } from "../../app/platform/db/embedded";
import { migrate, migrations } from "../../app/platform/db/migrate";

/** Starts a real PostgreSQL for the tests and prepares the template that every test file clones. */
export default async function setup() {
  const embedded = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, started: false, stop: async () => {} }
    : await startEmbedded(resolve(".data/test-pg"), { fast: true });
  const version = createHash("sha256")
    .update(
      migrations()
        .map((one) => one.checksum)
        .join(),
    )
    .update(readFileSync("node_modules/graphile-worker/package.json"))
    .digest("hex")
    .slice(0, 12);
  const template = `qq_template_${version}`;
  const admin = new Client({ connectionString: embedded.url });
  await admin.connect();
  const old = await admin.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE datname LIKE 'qq_test_%'`);
  for (const { datname } of old.rows) await admin.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  const there = await admin.query(`SELECT 1 FROM pg_database WHERE datname = $1`, [template]);
  if (there.rowCount === 0) {
    const building = `${template}_building`;
    await admin.query(`DROP DATABASE IF EXISTS "${building}" WITH (FORCE)`);
    await admin.query(`CREATE DATABASE "${building}"`);
    const url = new URL(embedded.url);
    url.pathname = `/${building}`;
    await migrate(url.href);
    await runMigrations({ connectionString: url.href });
    await admin.query(`ALTER DATABASE "${building}" RENAME TO "${template}"`);
  }
  await admin.end();
  process.env.TEST_ADMIN_URL = embedded.url;
  process.env.TEST_TEMPLATE = template;
  return async () => {
    if (embedded.started) await embedded.stop();
  };
}
