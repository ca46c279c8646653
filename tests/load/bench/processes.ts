import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { thrift } from "~/launch/children";

export type Running = { process: ChildProcess; port: number; stop: () => Promise<void> };

/** Settings as in production, with secrets for this run alone. */
const production = {
  NODE_ENV: "production" as const,
  PORT: "0",
  BASE_URL: "http://127.0.0.1",
  DEMO: "off",
  SESSION_SECRET: randomBytes(32).toString("hex"),
  ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}`,
};

/** Starts one file of ours as a process of its own, on a free port, and waits until it says that it is there. */
export function run(file: string, options: string[], environment: Record<string, string> = {}): Promise<Running> {
  const child = spawn(process.execPath, [...thrift.flags, file, ...options], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: { ...thrift.env, ...process.env, ...production, ...environment },
  });
  const stop = () =>
    new Promise<void>((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once("exit", () => done());
      child.kill("SIGTERM");
    });
  return new Promise((done, fail) => {
    child.once("message", (message: { started: number | true }) =>
      done({ process: child, port: Number(message.started), stop }),
    );
    child.once("exit", (code) => fail(new Error(`${file} ended with ${code}.`)));
  });
}

/** The memory of a process that is its own or shared, in MB, as the system counts it. */
export function memoryOf({ process: child }: Running): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
