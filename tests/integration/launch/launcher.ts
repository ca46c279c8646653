import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Launched = {
  process: ChildProcess;
  /** All that was said on stdout and on stderr so far. */
  out: () => string;
  err: () => string;
  /** Resolves once the text was said; fails when the launcher ends before. */
  says: (text: string) => Promise<void>;
  ended: Promise<number | null>;
};

export function aFolder(): string {
  return mkdtempSync(join(tmpdir(), "qq-launch-"));
}

export function aPort(): number {
  return 41_000 + Math.floor(Math.random() * 8000);
}

/** The built launcher, as `npm run up` starts it, in an environment of its own. */
export function launch(settings: Record<string, string>): Launched {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(process.execPath, ["build/node/up.js"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH, HOME, NODE_ENV: "development", DEMO: "on", ...settings },
  });
  let out = "";
  let err = "";
  const heard: (() => void)[] = [];
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
    for (const hear of heard) hear();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    err += chunk.toString();
  });
  const ended = new Promise<number | null>((done) => child.once("close", (code) => done(code)));
  const says = (text: string) =>
    new Promise<void>((done, fail) => {
      const hear = () => (out.includes(text) ? done() : undefined);
      heard.push(hear);
      hear();
      void ended.then((code) => fail(new Error(`The launcher ended with ${code}:\n${out}${err}`)));
    });
  return { process: child, out: () => out, err: () => err, says, ended };
}

/** The processes whose command line or working data name a folder, as the system lists them. */
export async function processesOf(folder: string): Promise<string[]> {
  const list = spawn("ps", ["-eo", "pid,args"], { stdio: ["ignore", "pipe", "ignore"] });
  let text = "";
  for await (const chunk of list.stdout) text += String(chunk);
  return text.split("\n").filter((line) => line.includes(folder));
}

/** Asks again and again until it holds, at most half a minute. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > last) throw new Error("It never came to hold.");
    await new Promise((done) => {
      setTimeout(done, 100);
    });
  }
}
