import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Named } from "~/domain/journal/journal";
import type { Role } from "~/domain/kernel/actor";
import { db, pool } from "~/platform/db/client";
import * as journalPage from "~/routes/auditor/journal";
import { aPerson } from "../../factories/person";
import { freshDatabase } from "../../setup/database";
import { aForm, aHouse } from "../../setup/house";
import { answerOf, aWish, signedInAs, visit } from "../enquiry/visit";
import { asked, making, took } from "../export/taking";
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
const csv = (query: Record<string, string> = {}, lang = "en") =>
  took(auditor, "journal", String(new URLSearchParams(query)), "csv", lang);
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
      expect(await answerOf(journalPage.loader(visit({ cookie }))), role).toMatchObject({ status: 404 });
      expect(await asked(cookie, "journal"), role).toMatchObject({ status: 404 });
    }
    const signIn = { status: 303, to: expect.stringContaining("/sign-in?to=") };
    expect(await answerOf(journalPage.loader(visit({})))).toMatchObject(signIn);
    expect(await asked("", "journal")).toMatchObject(signIn);
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
    const { id } = await asked(auditor, "journal", "from=x");
    await making(id);
    expect((await db().export.findUniqueOrThrow({ where: { id } })).state).toBe("void");
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
      {
        verb: "journal.export",
        actorRole: "auditor",
        particulars: { reference: "YJ-2026-0042", list: "journal", format: "csv", rows: 4 },
      },
    ]);
  });
});

describe("the journal taken along", () => {
  it("is a CSV file that spreadsheets open as UTF-8, with every line of the search and no formula in it", async () => {
    const bytes = await csv({ reference: "YJ-2026-0042", order: "oldest" }, "pt");
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

  it("is in the order of its page, whichever that is", async () => {
    const seqs = async (query: Record<string, string>) =>
      (await csv({ reference: "YJ-2026-0042", ...query }))
        .toString()
        .split("\r\n")
        .slice(1, -1)
        .map((row) => Number(row.split(",")[0]));
    const newest = await seqs({});
    expect(newest).toEqual(numbers(await look({ reference: "YJ-2026-0042" })));
    expect(await seqs({ order: "oldest" })).toEqual(newest.toReversed());
    expect(numbers(await look({ reference: "YJ-2026-0042", order: "oldest" }))).toEqual(newest.toReversed());
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
