import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { request, type IncomingMessage } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { aFolder, aPort, launch, processesOf, until, type Launched } from "./launcher";

const running: Launched[] = [];
const start = (settings: Record<string, string>) => {
  const one = launch(settings);
  running.push(one);
  return one;
};

afterAll(async () => {
  for (const one of running) one.process.kill("SIGTERM");
  await Promise.all(running.map((one) => one.ended));
});

const statusOf = (port: number, path = "/readyz") =>
  fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(3000) }).then(
    ({ status }) => status,
    () => 0,
  );

describe("what is wrong is said in one line, and the exit code is not 0", () => {
  const folder = aFolder();
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  it.each([
    ["a port that is no number", { PORT: "abc" }, /PORT/],
    ["a port above the last", { PORT: "70000" }, /PORT/],
    ["an address that is none", { HOST: "no address" }, /HOST/],
    ["an address of another machine", { HOST: "192.0.2.1", PORT: String(aPort()) }, /HOST/],
    ["a base address with a path", { BASE_URL: "http://portal.test/path" }, /BASE_URL/],
    ["a database that is no PostgreSQL", { DATABASE_URL: "mysql://a/b" }, /DATABASE_URL/],
    ["a database out of reach", { DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c", PORT: String(aPort()) }, /DATABASE/],
    ["a key of the wrong length", { ENCRYPTION_KEYS: "k1:c2hvcnQ=" }, /ENCRYPTION_KEYS/],
    ["a data folder that cannot be one", { DATA_DIR: join(file, "below") }, /DATA_DIR|folder/],
  ])("%s", async (_, settings, says) => {
    const one = start({ DATA_DIR: folder, ...settings });
    expect(await one.ended).not.toBe(0);
    const said = one.err().trim();
    expect(said.split("\n")).toHaveLength(1);
    expect(said).toMatch(says);
    expect(said).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it("a port that somebody else has", async () => {
    const port = aPort();
    const other = createServer();
    await new Promise<void>((done) => {
      other.listen(port, "127.0.0.1", () => done());
    });
    const one = start({ DATA_DIR: aFolder(), PORT: String(port) });
    expect(await one.ended).not.toBe(0);
    expect(one.err().trim()).toMatch(new RegExp(`^Port ${port} on 127.0.0.1 is already in use`));
    await new Promise((done) => other.close(done));
  });
});

describe("a portal on one machine", () => {
  const folder = aFolder();
  const port = aPort();
  const settings = { DATA_DIR: folder, PORT: String(port), BASE_URL: `http://127.0.0.1:${port}` };
  const lock = join(folder, "up.pid");

  it("comes up, says where it is, and is alone on its data", async () => {
    const first = start(settings);
    await first.says("is up:");
    expect(first.out()).toContain(`http://127.0.0.1:${port}`);
    expect(first.out()).toContain("postgres");
    expect(await statusOf(port)).toBe(200);
    const second = start({ ...settings, PORT: String(aPort()) });
    expect(await second.ended).not.toBe(0);
    expect(second.err().trim()).toMatch(/already runs on this data folder/);
    expect(await statusOf(port)).toBe(200);
  });

  it("gets up again after its database was killed", async () => {
    const pid = Number(readFileSync(join(folder, "pg", "data", "postmaster.pid"), "utf8").split("\n")[0]);
    process.kill(pid, "SIGKILL");
    await until(async () => (await statusOf(port)) !== 200);
    expect(await statusOf(port, "/en/sign-in")).not.toBe(0);
    await until(async () => (await statusOf(port)) === 200);
  }, 60_000);

  it("starts again without help after it was killed, with its data", async () => {
    running[running.length - 2]?.process.kill("SIGKILL");
    await running[running.length - 2]?.ended;
    const next = start(settings);
    await next.says("is up:");
    expect(next.out()).not.toContain("undefined");
    expect(await statusOf(port, "/en/places/taishan")).toBe(200);
  });

  it("finishes what it is at, and leaves no process and no lock", async () => {
    const form = "email=&password=";
    const type = "application/x-www-form-urlencoded";
    const headers = { Expect: "100-continue", Origin: settings.BASE_URL, "Content-Type": type };
    const asked = request(`${settings.BASE_URL}/en/sign-in`, {
      method: "POST",
      headers: { ...headers, "Content-Length": form.length },
    });
    const answer = once(asked, "response");
    asked.flushHeaders();
    await once(asked, "continue");
    const last = running.at(-1);
    last?.process.kill("SIGTERM");
    await until(async () => (await statusOf(port)) === 0);
    asked.end(form);
    const [page]: IncomingMessage[] = await answer;
    expect(page && (await text(page))).toContain("</html>");
    expect(await last?.ended).toBe(0);
    expect(existsSync(lock)).toBe(false);
    expect(await processesOf(folder)).toEqual([]);
  });
});
