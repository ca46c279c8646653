import { spawn, type ChildProcess } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runMigrations } from "graphile-worker";
import { seedContent } from "../../prisma/seed";
import { demoPassword, seedDemoPeople } from "../../prisma/seed-people";
import { closeDb } from "~/platform/db/client";
import { migrate } from "~/platform/db/migrate";
import { env } from "~/platform/env";
import { demoAccounts } from "~/domain/person/person.server";
import { engineName } from "~/platform/search/choose";
import { ensureDatabase } from "./database";

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Brings the whole portal up on one machine: database, migrations, first content, web and worker; and takes it down again. */
export async function up(): Promise<void> {
  const { DATA_DIR, demo } = env();
  writable(DATA_DIR);
  const unlock = takeLock(join(DATA_DIR, "up.pid"));
  say("· database");
  const embedded = await ensureDatabase();
  const children: ChildProcess[] = [];
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    say("· stopping");
    await Promise.all(children.map(stopChild));
    await closeDb();
    await embedded?.stop();
    unlock();
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void end(0));
  try {
    say("· migrations");
    await prepare();
    say("· first content");
    await seedContent();
    if (demo) await seedDemoPeople();
    say("· worker and web");
    children.push(child("build/node/worker.js"), child("server.mjs"));
    const [, port] = await Promise.all(children.map((one) => started(one, (code) => void end(code || 1))));
    await welcome(Number(port));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    await end(1);
  }
}

/** Applies the portal's and the job queue's migrations. */
export async function prepare(): Promise<void> {
  const url = env().DATABASE_URL ?? "";
  await migrate(url);
  await runMigrations({ connectionString: url });
}

function writable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new Error(`The data folder ${folder} cannot be written: set DATA_DIR to one that can.`);
  }
}

/** Two launchers on one data folder would stop each other's database. The lock of a killed one counts for nothing. */
function takeLock(file: string): () => void {
  const holder = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (holder > 0 && holder !== process.pid && alive(holder)) {
    throw new Error(`The portal already runs on this data folder (process ${holder}).`);
  }
  writeFileSync(file, String(process.pid));
  return () => rmSync(file, { force: true });
}

/** Whether that process is a launcher that lives; where the system tells its command, a stranger with its number is not. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const command = `/proc/${pid}/cmdline`;
    return !existsSync(command) || readFileSync(command, "utf8").includes("up");
  } catch {
    return false;
  }
}

/** A child in a process group of its own, so that Ctrl-C reaches it through us, in order. */
function child(file: string): ChildProcess {
  return spawn(process.execPath, [file], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: process.env,
    detached: true,
  });
}

function started(one: ChildProcess, ended: (code: number) => void): Promise<unknown> {
  return new Promise((done, fail) => {
    one.once("message", (message: { started: unknown }) => done(message.started));
    one.once("exit", (code) => {
      fail(new Error("A process of the portal ended before it was ready."));
      ended(code ?? 1);
    });
  });
}

function stopChild(one: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (one.exitCode !== null || one.signalCode !== null) {
      done();
      return;
    }
    one.removeAllListeners("exit");
    one.once("exit", () => done());
    one.kill("SIGTERM");
    setTimeout(() => one.kill("SIGKILL"), 12_000).unref();
  });
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
