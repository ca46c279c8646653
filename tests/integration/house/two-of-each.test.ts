import { hash } from "@node-rs/argon2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import { db, pool } from "~/platform/db/client";
import { seedContent } from "../../../prisma/seed";
import { anOrganisation, aPerson } from "../../factories/person";
import { aText } from "../../factories/suggestion";
import { aMailbox } from "../../fakes/mailbox";
import { run, type Running } from "../../load/bench/processes";
import { freshDatabase } from "../../setup/database";
import { aForm, ask } from "../../setup/house";
import { sentBack } from "../enquiry/visit";

const password = "correct horse battery";
const emails: Record<string, string> = {};
let mailbox: Awaited<ReturnType<typeof aMailbox>>;
let webs: Running[] = [];
let workers: Running[] = [];
let settings: Record<string, string> = {};

/** Somebody whose password alone opens all that they may do. */
async function withPassword(role: "member" | "committee" | "unit", organisation: string | null) {
  const { id, email } = await aPerson({ role, organisation });
  await db().person.update({ where: { id }, data: { passwordHash: await hash(password), demo: true } });
  emails[role] = email;
}

beforeAll(async () => {
  const url = await freshDatabase();
  await seedContent();
  await rebuildSearch();
  await anOrganisation("unit-a");
  await withPassword("member", null);
  await withPassword("committee", "demo-committee");
  await withPassword("unit", "unit-a");
  mailbox = await aMailbox();
  settings = { DATABASE_URL: url, DATA_DIR: process.env.DATA_DIR ?? "", SMTP_URL: mailbox.url, DEMO: "on" };
  webs = await Promise.all([1, 2].map(() => run("server.mjs", [], settings)));
  workers = await Promise.all([1, 2].map(() => run("build/node/worker.js", [], settings)));
});

afterAll(async () => {
  await Promise.all([...webs, ...workers].map((one) => one.stop()));
  await mailbox.stop();
});

const at = (which: number) => webs[which]?.port ?? 0;

async function signIn(which: number, role: string): Promise<string> {
  const answer = await ask(at(which), "/en/sign-in", aForm({ email: emails[role] ?? "", password }));
  expect(answer.status).toBe(303);
  return sentBack(answer.cookies);
}

async function submit(which: number, cookie: string, text = aText()): Promise<string> {
  const answer = await ask(at(which), "/en/member/suggestions/new", { ...aForm(text), cookie });
  expect(answer.status).toBe(303);
  return /YJ-\d{4}-\d{4}/.exec(answer.headers.location ?? "")?.[0] ?? "";
}

describe("two webs and two workers on one database", () => {
  it("know the same sessions: signed in at one, signed out at the other", async () => {
    const cookie = await signIn(0, "member");
    for (const which of [0, 1]) expect((await ask(at(which), "/en/member", { cookie })).status).toBe(200);
    await ask(at(1), "/en/sign-out", { ...aForm({}), cookie });
    for (const which of [0, 1]) expect((await ask(at(which), "/en/member", { cookie })).status).toBe(303);
  });

  it("count wrong passwords together", async () => {
    const tries: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      const wrong = aForm({ email: "nobody@example.org", password: "wrong" });
      tries.push((await ask(at(index % 2), "/en/sign-in", wrong)).status);
    }
    expect(tries).toEqual([...Array(5).fill(422), ...Array(7).fill(429)]);
  });

  it("do each job once, and tell what was published at one to the readers of the other", async () => {
    const cookie = await signIn(0, "member");
    const before = mailbox.letters.length;
    const references: string[] = [];
    for (let index = 0; index < 8; index += 1) references.push(await submit(index % 2, cookie));
    expect(new Set(references).size).toBe(8);
    // Each submission is a letter to the member and one to the committee.
    await expect.poll(() => mailbox.letters.length - before, { timeout: 15_000 }).toBe(16);
    await expect.poll(() => db().mail.count({ where: { state: { not: "sent" } } }), { timeout: 15_000 }).toBe(0);
    expect(mailbox.letters.length - before).toBe(16);

    const [reference = ""] = references;
    const list = "/zh-Hant/suggestions";
    for (const which of [0, 1]) expect((await ask(at(which), list)).text).not.toContain(reference);
    const clerk = await signIn(1, "committee");
    const officer = await signIn(0, "unit");
    const send = (who: string, path: string, body: Record<string, string>) =>
      ask(at(1), `/en/${path}`, { ...aForm(body), cookie: who });
    const own = `suggestions/${reference}`;
    await send(clerk, `committee/${own}/review`, { verdict: "take" });
    const dueOn = new Date(Date.now() + 30 * 24 * 3600_000).toISOString().slice(0, 10);
    await send(clerk, `committee/${own}/assignment`, { unit: "unit-a", dueOn });
    await send(officer, `unit/${own}/acceptance`, { verdict: "accept" });
    await send(officer, `unit/${own}/reply`, { text: "-", class: "A", locale: "en" });
    expect((await send(clerk, `committee/${own}/publication`, { verdict: "publish" })).status).toBe(303);
    for (const which of [0, 1]) {
      await expect.poll(async () => (await ask(at(which), list)).text, { timeout: 5000 }).toContain(reference);
      const found = async () => (await ask(at(which), `/api/v1/search?lang=zh-Hant&q=${reference}`)).text;
      await expect.poll(found, { timeout: 15_000 }).toContain(`/suggestions/${reference}`);
    }
    // What is withdrawn is nowhere any more, whoever is asked.
    const places = [
      list,
      `/zh-Hant/search?q=${reference}`,
      `/api/v1/search?lang=zh-Hant&q=${reference}`,
      `/api/v1/suggest?lang=zh-Hant&q=${reference}`,
      `/zh-Hant/feed?q=${reference}`,
      "/sitemap.xml",
      "/names.txt",
    ];
    const standsIn = async () => {
      const answers = await Promise.all(
        [0, 1].flatMap((which) => places.map(async (path) => [path, (await ask(at(which), path)).text] as const)),
      );
      return answers.flatMap(([path, text]) => (text.includes(`suggestions/${reference}`) ? [path] : []));
    };
    expect(new Set(await standsIn())).toEqual(
      new Set([list, places[1], places[2], `/zh-Hant/feed?q=${reference}`, "/sitemap.xml"]),
    );
    expect((await send(clerk, `committee/${own}/publication`, { verdict: "unpublish" })).status).toBe(303);
    await expect.poll(standsIn, { timeout: 15_000 }).toEqual([]);
    for (const which of [0, 1]) expect((await ask(at(which), `/zh-Hant/suggestions/${reference}`)).status).toBe(404);
    const { rows } = await pool().query("SELECT 1 FROM search_row WHERE key = $1", [`suggestion:${reference}`]);
    expect(rows).toEqual([]);
  });

  it("what was acknowledged outlives a web and a worker that are killed, exactly once", async () => {
    const cookie = await signIn(0, "member");
    const before = mailbox.letters.length;
    const text = aText();
    const reference = await submit(0, cookie, text);
    webs[0]?.process.kill("SIGKILL");
    workers[0]?.process.kill("SIGKILL");
    // The member has not seen the answer, and sends the form again to whoever answers.
    expect(await submit(1, cookie, text)).toBe(reference);
    expect(await db().suggestion.count({ where: { requestKey: text.requestKey } })).toBe(1);
    await expect.poll(() => mailbox.letters.length - before, { timeout: 15_000 }).toBe(2);
    [webs[0], workers[0]] = await Promise.all([
      run("server.mjs", [], settings),
      run("build/node/worker.js", [], settings),
    ]);
    expect((await ask(at(0), `/en/member/suggestions/${reference}`, { cookie })).status).toBe(200);
  });

  it("letters that two workers were sending when they were killed are sent by those that come after, once", async () => {
    const cookie = await signIn(0, "member");
    const before = mailbox.letters.length;
    const { callers } = mailbox.state;
    mailbox.state.silent = true;
    await submit(0, cookie);
    await expect.poll(() => mailbox.state.callers - callers, { timeout: 15_000 }).toBe(2);
    for (const worker of workers) worker.process.kill("SIGKILL");
    mailbox.state.silent = false;
    workers = await Promise.all([1, 2].map(() => run("build/node/worker.js", [], settings)));
    await expect.poll(() => mailbox.letters.length - before, { timeout: 30_000 }).toBe(2);
    await expect.poll(() => db().mail.count({ where: { state: { not: "sent" } } }), { timeout: 15_000 }).toBe(0);
  });
});
