import { readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { Client } from "pg";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { headOf } from "~/domain/journal/chain.server";
import { tellHead, verifyJournal } from "~/domain/journal/journal.server";
import { db, pool } from "~/platform/db/client";
import { note } from "~/platform/journal/note";
import { freshDatabase } from "../../setup/database";
import { hearLog } from "../../setup/house";
import { lines, someLines, tamper } from "./lines";

let url = "";

beforeAll(async () => {
  url = await freshDatabase();
});

beforeEach(() =>
  tamper(`ALTER TABLE journal DROP CONSTRAINT IF EXISTS journal_pkey; DELETE FROM journal;
    ALTER TABLE journal ADD CONSTRAINT journal_pkey PRIMARY KEY (seq)`),
);

const system = { id: null, part: "system" } as const;
const aLine = { by: system, deed: "suggestion.take", reference: "YJ-2026-0001" } as const;

async function head(): Promise<string> {
  const found = await verifyJournal(null);
  if (!found.ok) throw new Error(`broken at ${found.seq}`);
  return `${found.seq}:${found.hash}`;
}

/** The command as operators run it. */
function verify(...options: string[]) {
  const env = { ...process.env, DATABASE_URL: url };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["build/node/journal.js", ...options], { env });
  return { status, said: `${stdout}${stderr}` };
}

describe("a line", () => {
  it("exists exactly when its transaction does, numbered without a gap", async () => {
    await someLines(2);
    const undone = db().$transaction(async (tx) => {
      await note(tx, aLine);
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    await db().$transaction([note(db(), aLine), note(db(), { ...aLine, reference: "second" })]);
    const all = await lines();
    expect(all.map(({ seq }) => Number(seq))).toEqual([1, 2, 3, 4]);
    expect(all.at(-1)).toMatchObject({ reference: "second", kind: "suggestion", actorId: null, network: null });
    expect(await db().journalLine.count()).toBe(0);
    expect(await verifyJournal(null)).toMatchObject({ ok: true, seq: 4 });
  });

  it("holds codes: words are refused before they are written, and by the database too", async () => {
    for (const words of ["two words", "字", "a@example.org", "x".repeat(81)])
      expect(() => note(db(), { ...aLine, particulars: { words } })).toThrow(/codes alone/);
    const insert = (particulars: string, reference = "") =>
      pool().query(
        `INSERT INTO journal_line ("actorRole", verb, kind, reference, particulars) VALUES ('system', 'a.b', 'a', $2, $1)`,
        [particulars, reference],
      );
    await expect(insert('{"a": "字"}')).rejects.toThrow(/journal_line_codes/);
    await expect(insert("{}", "a b")).rejects.toThrow(/journal_line_codes/);
    await insert('{"a": "b c"}');
    expect(await lines()).toHaveLength(1);
  });

  it("is never changed, deleted or put in past the chain, not even by the owner of the table", async () => {
    await someLines(3);
    for (const sql of [
      "UPDATE journal SET verb = 'suggestion.refuse' WHERE seq = 2",
      "UPDATE journal SET verb = verb WHERE false",
      "DELETE FROM journal WHERE seq = 3",
      "TRUNCATE journal",
      "TRUNCATE journal CASCADE",
      'INSERT INTO journal SELECT 4, at, "actorId", "actorRole", verb, kind, reference, network, country, particulars, hash FROM journal WHERE seq = 3',
    ])
      await expect(pool().query(sql), sql).rejects.toMatchObject({ code: "42501" });
    // A line that was begun cannot be taken back within its transaction either.
    await db().$transaction(async (tx) => {
      await note(tx, aLine);
      await tx.$executeRaw`DELETE FROM journal_line`;
    });
    expect(await verifyJournal(null)).toMatchObject({ ok: true, seq: 4 });
  });
});

describe("many writers at once", () => {
  it("neither wait for each other in a circle nor leave a gap, whatever they lock in which order", async () => {
    await pool().query("CREATE TABLE thing (id INT PRIMARY KEY, n INT)");
    await pool().query("INSERT INTO thing VALUES (1, 0), (2, 0)");
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let round = 0; round < 25; round += 1)
        await db().$transaction(async (tx) => {
          // The line comes first, a row that others want after it: a chain that locked at once would lock in circles.
          await note(tx, { ...aLine, reference: `w-${writer}-${round}` });
          await tx.$executeRaw`UPDATE thing SET n = n + 1 WHERE id = ${(writer % 2) + 1}`;
          await note(tx, { ...aLine, reference: `x-${writer}-${round}` });
        });
    });
    await Promise.all(writers);
    const all = await lines();
    expect(all).toHaveLength(400);
    expect(all.every(({ at }, index) => index === 0 || at >= (all[index - 1]?.at ?? at))).toBe(true);
    expect(await verifyJournal(null)).toMatchObject({ ok: true, seq: 400 });
  });
});

describe("npm run journal:verify", () => {
  it("says in one line that the journal is whole, also an empty one", async () => {
    expect(verify()).toEqual({ status: 0, said: "The journal is whole: 0 lines, head 0:\n" });
    await someLines(3);
    const kept = await head();
    expect(verify("--head", kept)).toEqual({ status: 0, said: `The journal is whole: 3 lines, head ${kept}\n` });
    for (const wrong of [["--head"], ["--head", "3"], ["--tail", kept], ["--head", kept, "more"]])
      expect(verify(...wrong)).toMatchObject({ status: 2, said: expect.stringMatching(/^Usage: .+\n$/) });
  });

  it.each([
    ["changed", "UPDATE journal SET verb = 'suggestion.refuse' WHERE seq = 4", 4],
    ["changed in its time", "UPDATE journal SET at = at - interval '1 ms' WHERE seq = 4", 4],
    ["changed in a particular", `UPDATE journal SET particulars = '{"line": 9}' WHERE seq = 4`, 4],
    ["emptied of its actor's place", "UPDATE journal SET network = '' WHERE seq = 4", 4],
    ["taken out", "DELETE FROM journal WHERE seq = 4", 4],
    ["taken out at the beginning", "DELETE FROM journal WHERE seq = 1", 1],
    [
      "taken out and the rest moved up",
      "DELETE FROM journal WHERE seq = 4; UPDATE journal SET seq = seq - 1 WHERE seq > 4",
      4,
    ],
    [
      "swapped",
      "UPDATE journal SET seq = 99 WHERE seq = 2; UPDATE journal SET seq = 2 WHERE seq = 5; UPDATE journal SET seq = 5 WHERE seq = 99",
      2,
    ],
    [
      "put in twice",
      "ALTER TABLE journal DROP CONSTRAINT journal_pkey; INSERT INTO journal SELECT * FROM journal WHERE seq = 3",
      3,
    ],
    [
      "put in before the beginning",
      'INSERT INTO journal SELECT 0, at, "actorId", "actorRole", verb, kind, reference, network, country, particulars, hash FROM journal WHERE seq = 1',
      0,
    ],
  ])("finds a line that was %s", async (_, sql, seq) => {
    await someLines(6);
    await tamper(sql);
    expect(await verifyJournal(null)).toMatchObject({ ok: false, seq });
  });

  it("finds, with a head that was kept elsewhere, that the end was cut or all was written anew", async () => {
    await someLines(6);
    const kept = await head();
    await tamper("DELETE FROM journal WHERE seq > 4");
    expect(await verifyJournal(null)).toMatchObject({ ok: true, seq: 4 });
    const said = "The journal is broken at line 5: the end that was kept elsewhere is missing.\n";
    expect(verify("--head", kept)).toEqual({ status: 1, said });
    await someLines(2, "YJ-2026-0002");
    expect(await verifyJournal(null)).toMatchObject({ ok: true, seq: 6 });
    expect(await verifyJournal(headOf(kept))).toMatchObject({ ok: false, seq: 6, fault: "other" });
    await tamper("DELETE FROM journal WHERE seq = 2");
    expect(verify()).toEqual({ status: 1, said: "The journal is broken at line 2: the line is missing.\n" });
  });
});

describe("the head", () => {
  it("is told in one line of the log, as the command takes it", async () => {
    await someLines(2);
    const kept = await head();
    const { lines: heard } = hearLog();
    await tellHead();
    expect(heard()).toMatchObject([{ level: "info", event: "journal.head", head: kept }]);
  });
});

describe("the application under a role that does not own the journal", () => {
  it("adds lines and reads them, and can neither change them nor put the chain out of the way", async () => {
    const role = `app_${Math.random().toString(36).slice(2, 10)}`;
    const sql = /```sql\n([\s\S]*?)```/.exec(readFileSync("docs/running.md", "utf8"))?.[1] ?? "";
    await pool().query(`CREATE ROLE ${role} LOGIN PASSWORD 'x'; GRANT ALL ON ALL TABLES IN SCHEMA public TO ${role}`);
    await pool().query(sql.replaceAll("qiaoqiao_keeper", `${role}_keeper`).replaceAll("qiaoqiao", role));
    const own = new URL(url);
    own.username = role;
    own.password = "x";
    const client = new Client({ connectionString: own.href });
    await client.connect();
    try {
      await client.query(
        `INSERT INTO journal_line ("actorRole", verb, kind, reference, particulars) VALUES ('system', 'a.b', 'a', '', '{}')`,
      );
      expect((await client.query("SELECT verb FROM journal")).rows).toEqual([{ verb: "a.b" }]);
      for (const forbidden of [
        "UPDATE journal SET verb = 'a.c'",
        "DELETE FROM journal",
        "TRUNCATE journal",
        "DROP TABLE journal",
        "INSERT INTO journal SELECT * FROM journal",
        "ALTER TABLE journal DISABLE TRIGGER journal_never_changed",
        "ALTER TABLE journal_line DISABLE TRIGGER journal_line_chain",
        "CREATE OR REPLACE FUNCTION journal_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
        "SET session_replication_role = replica",
      ])
        await expect(client.query(forbidden), forbidden).rejects.toMatchObject({ code: "42501" });
    } finally {
      await client.end();
      await pool().query(
        `DROP OWNED BY ${role}_keeper CASCADE; DROP OWNED BY ${role} CASCADE; DROP ROLE ${role}, ${role}_keeper`,
      );
    }
  });
});
