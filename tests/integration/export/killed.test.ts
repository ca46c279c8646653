import { createHash } from "node:crypto";
import { hash } from "@node-rs/argon2";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db, pool } from "~/platform/db/client";
import { aPerson } from "../../factories/person";
import { run, type Running } from "../../load/bench/processes";
import { freshDatabase } from "../../setup/database";
import { everyFile } from "../../setup/everywhere";
import { aForm, ask } from "../../setup/house";
import { sentBack } from "../enquiry/visit";

const lines = 60_000;
const password = "correct horse battery";
let settings: Record<string, string> = {};
let web: Running;
let worker: Running;
let cookie = "";

beforeAll(async () => {
  const url = await freshDatabase();
  const { id, email } = await aPerson({ role: "auditor" });
  await db().person.update({ where: { id }, data: { passwordHash: await hash(password), demo: true } });
  await pool().query(
    `INSERT INTO journal_line ("actorId", "actorRole", verb, kind, reference, particulars)
     SELECT $1, 'auditor', 'suggestion.take', 'suggestion', 'YJ-2026-' || g, '{"version": 2}'
     FROM generate_series(1, $2::int) AS g`,
    [id, lines],
  );
  settings = { DATABASE_URL: url, DATA_DIR: process.env.DATA_DIR ?? "", DEMO: "on" };
  [web, worker] = await Promise.all([run("server.mjs", [], settings), run("build/node/worker.js", [], settings)]);
  cookie = sentBack((await ask(web.port, "/en/sign-in", aForm({ email, password }))).cookies);
});

afterAll(async () => {
  await Promise.all([web, worker].map((one) => one.stop()));
});

it("an export whose worker is killed in the middle is made anew, whole, and is never offered by half", async () => {
  const form = aForm({ list: "journal", format: "xlsx", query: "verb=suggestion.take" });
  const answer = await ask(web.port, "/en/exports", { ...form, cookie });
  expect(answer.status).toBe(303);
  const path = answer.headers.location ?? "";
  const id = path.split("/").at(-1) ?? "";
  const row = () => db().export.findUniqueOrThrow({ where: { id } });
  await expect.poll(async () => (await row()).rows, { timeout: 15_000, interval: 10 }).toBeGreaterThan(0);
  worker.process.kill("SIGKILL");
  const broken = await row();
  expect(broken).toMatchObject({ state: "running", total: lines, sha256: null });
  expect(broken.rows).toBeLessThan(lines);
  expect((await ask(web.port, `${path}/file`, { cookie })).status).toBe(404);
  expect((await ask(web.port, path, { cookie })).text).toContain("data-under-way");

  worker = await run("build/node/worker.js", [], settings);
  await expect.poll(async () => (await row()).state, { timeout: 40_000 }).toBe("ready");
  const whole = await row();
  expect(whole).toMatchObject({ rows: lines, total: lines });
  expect(whole.run).not.toBe(broken.run);
  const file = await fetch(`http://127.0.0.1:${web.port}${path}/file`, { headers: { Cookie: cookie } });
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(bytes.length).toBe(Number(whole.size));
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(whole.sha256);
  const noted = await db().journal.findMany({ where: { verb: "journal.export" } });
  expect(noted.map(({ particulars }) => particulars)).toMatchObject([{ rows: lines, format: "xlsx" }]);

  // What the first run had written is let go of.
  const parts = await db().exportPart.findMany();
  expect(new Set(parts.map((part) => part.run))).toEqual(new Set([whole.run]));
  await expect.poll(() => everyFile().length, { timeout: 15_000 }).toBe(parts.length);
});
