import type { ChildProcess } from "node:child_process";
import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { seedContent } from "../../prisma/seed";
import { demoPassword, seedDemoPeople } from "../../prisma/seed-people";
import { closeDb } from "~/platform/db/client";
import type { Embedded } from "~/platform/db/embedded";
import { migrate } from "~/platform/db/migrate";
import { env } from "~/platform/env";
import { demoAccounts } from "~/domain/person/person.server";
import { engineName } from "~/platform/search/choose";
import { child, started, stopChild } from "./children";
import { ensureDatabase } from "./database";
import { takeLock } from "./lock";
import { freeToListen } from "./port";

const say = (text: string) => process.stdout.write(`${text}\n`);

/** How long, in milliseconds, the web of a launcher that was killed may take to leave its port. */
const leaving = 12_000;

/** Brings the whole portal up on one machine: database, migrations, first content, web and worker; and takes it down again. */
export async function up(): Promise<void> {
  const { DATA_DIR, HOST, PORT, demo } = env();
  writable(DATA_DIR);
  const lock = takeLock(join(DATA_DIR, "up.pid"));
  const children: ChildProcess[] = [];
  let embedded: Embedded | null = null;
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    say("· stopping");
    await Promise.all(children.map(stopChild));
    await closeDb().catch(complain);
    await embedded?.stop().catch(complain);
    lock.release();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
  try {
    await freeToListen(HOST, PORT, lock.inherited ? leaving : 0);
    say("· database");
    embedded = await ensureDatabase();
    say("· migrations");
    await prepare();
    say("· first content");
    await seedContent();
    if (demo) await seedDemoPeople();
    if (ending) return;
    say("· worker and web");
    children.push(child("build/node/worker.js"), child("server.mjs"));
    const [, port] = await Promise.all(children.map((one) => started(one, (code) => void end(code || 1))));
    await welcome(Number(port));
    if (embedded) watch(embedded, () => ending);
  } catch (error) {
    if (!ending) complain(error);
    await end(1);
  }
}

function complain(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  if (text) process.stderr.write(`${text}\n`);
}

/** A database that was killed comes back by itself; the pages say meanwhile that it is away. */
function watch(embedded: Embedded, ending: () => boolean): void {
  let busy = false;
  const look = async () => {
    if (busy || ending()) return;
    busy = true;
    await embedded.revive().catch(complain);
    busy = false;
  };
  setInterval(() => void look(), 2000).unref();
}

/** Applies the portal's and the job queue's migrations. */
export async function prepare(): Promise<void> {
  const url = env().DATABASE_URL ?? "";
  try {
    await migrate(url);
    await runMigrations({ connectionString: url });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // What the driver says about the way to the server; a migration's own fault says enough by itself.
    if (!/^(E[A-Z]+|28\w{3}|3D000|57P03)$/.test(code)) throw error;
    const { hostname, port, pathname } = new URL(url);
    const server = `${hostname}${port ? `:${port}` : ""}${pathname}`;
    throw new Error(`The database ${server} cannot be used (${code}): see DATABASE_URL.`, { cause: error });
  }
}

function writable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(`The data folder ${folder} cannot be written: set DATA_DIR to one that can.`);
  }
}

async function welcome(port: number): Promise<void> {
  const { HOST, BASE_URL, demo } = env();
  const engine = await engineName();
  say(`\n侨桥 Qiaoqiao is up: ${port === env().PORT ? BASE_URL : `http://${HOST}:${port}`}\nsearch engine: ${engine}`);
  if (demo) {
    say(`demonstration accounts (password ${demoPassword}):`);
    for (const { email, role } of await demoAccounts()) say(`  ${role.padEnd(10)} ${email}`);
  }
  say("Ctrl-C stops everything; the data stays.");
}
