import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Named } from "~/domain/journal/journal";
import type { Role } from "~/domain/kernel/actor";
import { db, pool } from "~/platform/db/client";
import * as journalExport from "~/routes/auditor/export";
import * as journalPage from "~/routes/auditor/journal";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { aForm, aHouse } from "../../setup/house";
import { answerOf, aWish, signedInAs, visit } from "../enquiry/visit";
import { lastSeq } from "./lines";

let auditor = "";
let house: Awaited<ReturnType<typeof aHouse>>;
const member = { id: "", email: "", token: "" };

beforeAll(async () => {
  await freshDatabase();
  auditor = await signedInAs((await aPerson({ role: "auditor", name: "=HYPERLINK(1)" })).token);
  Object.assign(member, await aPerson({ name: "=1+1" }));
  house = await aHouse();
});

afterAll(() => house.stop());

const look = (query: Record<string, string> = {}) =>
  journalPage.loader(visit({ path: `/journal?${new URLSearchParams(query)}`, cookie: auditor }));
const csv = async (query: Record<string, string> = {}, lang = "en") => {
  const path = `/journal/export?${new URLSearchParams(query)}`;
  const response = (await journalExport.loader(visit({ path, params: { lang }, cookie: auditor }))) as Response;
  return Buffer.from(await response.arrayBuffer());
};
const numbers = ({ lines }: { lines: Named[] }) => lines.map(({ seq }) => seq);

/** Lines by the member, as if written so many days ago. */
async function linesBy(id: string, verb: string, reference: string, count: number): Promise<void> {
  await pool().query(
    `INSERT INTO journal_line ("actorId", "actorRole", verb, kind, reference, particulars)
     SELECT $1, 'member', $2, 'suggestion', $3, '{"version": 2}' FROM generate_series(1, $4::int)`,
    [id, verb, reference, count],
  );
}

describe("the journal's page", () => {
  it("is there for auditors alone: nobody else finds it, whatever else they may", async () => {
    for (const role of ["member", "committee", "unit", "station", "admin"] satisfies Role[]) {
      const cookie = await signedInAs((await aPerson({ role })).token);
      for (const { loader } of [journalPage, journalExport])
        expect(await answerOf(loader(visit({ cookie }))), role).toMatchObject({ status: 404 });
    }
    for (const { loader } of [journalPage, journalExport])
      expect(await answerOf(loader(visit({})))).toMatchObject({
        status: 303,
        to: expect.stringContaining("/sign-in?to="),
      });
  });

  it("finds by account, by its address or number, by verb, by reference and by day, and by all together", async () => {
    await linesBy(member.id, "suggestion.rate", "YJ-2026-0042", 2);
    await linesBy(member.id, "suggestion.revise", "YJ-2026-0042", 1);
    await linesBy(randomUUID(), "suggestion.rate", "YJ-2026-0042", 1);
    await linesBy(member.id, "suggestion.rate", "YJ-2026-0043", 1);
    const found = async (query: Record<string, string>) => (await look(query)).lines.length;
    expect(await found({ actor: member.id })).toBe(4);
    expect(await found({ actor: ` ${member.email.toUpperCase()} ` })).toBe(4);
    expect(await found({ verb: "suggestion.rate" })).toBe(4);
    expect(await found({ reference: "YJ-2026-0042" })).toBe(4);
    const all = { actor: member.id, verb: "suggestion.rate", reference: "YJ-2026-0042" };
    expect(await found(all)).toBe(2);
    const day = (days: number) =>
      new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date(Date.now() + days * 86_400_000));
    expect(await found({ ...all, from: day(0), until: day(0) })).toBe(2);
    expect(await found({ ...all, until: day(-1) })).toBe(0);
    expect(await found({ ...all, from: day(1) })).toBe(0);
    expect(await found({ actor: "nobody@example.org" })).toBe(0);
    expect(await found({ actor: randomUUID() })).toBe(0);
  });

  it("finds nothing for a search that is wrong, and says beside which field", async () => {
    const wrong = { from: "2026-02-30", verb: "suggestion.drop", reference: "a b" };
    const { lines, faults, typed } = await look(wrong);
    expect(lines).toEqual([]);
    expect(faults).toEqual({ from: ["date"], verb: ["choose"], reference: ["bad_value"] });
    expect(typed).toEqual(wrong);
    expect((await look({ from: "2026-03-02", until: "2026-03-01" })).faults).toEqual({ until: ["date_order"] });
    expect(
      await answerOf(journalExport.loader(visit({ path: "/journal/export?from=x", cookie: auditor }))),
    ).toMatchObject({
      status: 404,
    });
  });

  it("turns its pages without losing or repeating a line, though lines are written meanwhile", async () => {
    const reference = "YJ-2026-0099";
    await linesBy(member.id, "suggestion.take", reference, 120);
    const seen: number[] = [];
    let page = await look({ reference });
    expect(page).toMatchObject({ newer: false, older: true });
    const first = numbers(page);
    for (;;) {
      seen.push(...numbers(page));
      if (!page.older) break;
      await linesBy(member.id, "suggestion.take", reference, 7);
      page = await look({ reference, before: String(seen.at(-1)) });
    }
    expect(seen).toHaveLength(120);
    expect(seen).toEqual([...new Set(seen)].toSorted((one, other) => other - one));
    const back = await look({ reference, after: String(seen[50]) });
    expect(numbers(back)).toEqual(first);
    expect(back).toMatchObject({ newer: true, older: true });
    expect(numbers(await look({ reference, before: "x" }))).toHaveLength(50);
  });

  it("is itself noted, with what was looked for", async () => {
    const before = await lastSeq();
    await look({ verb: "suggestion.rate", from: "2026-01-01" });
    await csv({ reference: "YJ-2026-0042" });
    const rows = await db().journal.findMany({ where: { seq: { gt: before } }, orderBy: { seq: "asc" } });
    expect(rows).toMatchObject([
      { verb: "journal.read", actorRole: "auditor", particulars: { verb: "suggestion.rate", from: "2026-01-01" } },
      { verb: "journal.export", actorRole: "auditor", particulars: { reference: "YJ-2026-0042" } },
    ]);
  });
});

describe("the journal taken along", () => {
  it("is a CSV file that spreadsheets open as UTF-8, with every line of the search and no formula in it", async () => {
    const bytes = await csv({ reference: "YJ-2026-0042" }, "pt");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = bytes.toString("utf8").slice(1).trimEnd().split("\r\n");
    expect(rows[0]).toMatch(/^N\.º,Hora de Pequim,Quem,/);
    expect(rows).toHaveLength(5);
    expect(rows[1]).toMatch(
      new RegExp(
        `^\\d+,\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}\\+08:00,'=1\\+1,${member.id},Membro,suggestion.rate,YJ-2026-0042,,,version=2,[0-9a-f]{64}$`,
      ),
    );
  });

  it("holds no more than a batch at a time, however long the journal is, and stops when nobody reads on", async () => {
    await linesBy(member.id, "suggestion.accept", "YJ-2026-0100", 30_000);
    const answer = await house.ask("/en/journal/export?verb=suggestion.accept", { cookie: auditor });
    expect(answer.headers["content-disposition"]).toBe("attachment; filename*=UTF-8''journal.csv");
    expect(answer.text.split("\r\n")).toHaveLength(30_002);
    const response = (await journalExport.loader(visit({ path: "/journal/export", cookie: auditor }))) as Response;
    const reader = response.body?.getReader();
    let read = 0;
    for (let chunk = 0; chunk < 4; chunk += 1) {
      const next = await reader?.read();
      read = Math.max(read, next?.value?.byteLength ?? 0);
    }
    expect(read).toBeLessThan(400_000);
    await reader?.cancel();
    expect(await reader?.read()).toEqual({ done: true, value: undefined });
  });
});

describe("from where", () => {
  it("is kept of people with an account and of who tries to sign in, as a prefix; of askers never", async () => {
    const before = await lastSeq();
    const form = (fields: Record<string, string>) => ({ ...aForm(fields), cookie: "" });
    expect((await house.ask("/en/ask", form(aWish()))).status).toBe(303);
    expect((await house.ask("/en/sign-in", form({ email: "x@example.org", password: "-" }))).status).toBe(422);
    await house.ask("/en/journal", { cookie: auditor });
    const rows = await db().journal.findMany({ where: { seq: { gt: before } }, orderBy: { seq: "asc" } });
    expect(rows.map(({ verb, network, country }) => [verb, network, country])).toEqual([
      ["enquiry.submit", null, null],
      ["person.sign_in_failed", "127.0.0", null],
      ["journal.read", "127.0.0", null],
    ]);
    expect(rows[1]?.reference).toMatch(/^[0-9a-f]{24}$/);
  });
});
