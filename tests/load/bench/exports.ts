import { randomBytes, randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { endExport, askExport } from "~/domain/export/export.server";
import { formats, type Format, type ListName } from "~/domain/export/export";
import type { Person, Role } from "~/domain/kernel/actor";
import { db, pool } from "~/platform/db/client";
import { env } from "~/platform/env";
import { run } from "./processes";

const [few, many] = [25_000, 250_000];

/** By whom the made-up lines of the journal are. They stay, as every line does, and are made once. */
const writer = "6c1f8a52-0d5e-4b1c-9f0a-25d0a7e0c250";

/** Made-up lines of the journal and people, so many of both that an export of all is one of 250,000 rows. */
async function seed(): Promise<void> {
  const { rows } = await pool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM journal WHERE "actorId" = $1`,
    [writer],
  );
  for (let made = rows[0]?.count ?? 0; made < many; made += few)
    await pool().query(
      `INSERT INTO journal_line ("actorId", "actorRole", verb, kind, reference, network, particulars)
       SELECT $1, 'unit', $2, 'suggestion', 'YJ-2026-' || g, '10.0.0', '{"version": 2, "class": "A"}'
       FROM generate_series(1, $3::int) AS g`,
      [writer, made < few ? "suggestion.take" : "suggestion.reply", few],
    );
  await pool().query(
    `INSERT INTO person (id, email, name, "nameLatin", locale, "passwordHash", synthetic)
     SELECT gen_random_uuid(), 'bench-export-' || g || '@example.org', (ARRAY['陳大文', '李小明', 'Chan Tai Man'])[1 + g % 3],
       CASE WHEN g <= $1 THEN 'few' ELSE 'rest' END, 'zh-Hant', '', true FROM generate_series(1, $2::int) AS g`,
    [few, many],
  );
  await pool().query(
    `INSERT INTO "grant" (id, "personId", role, "from") SELECT gen_random_uuid(), id, 'member', now() - interval '1 day'
     FROM person WHERE email LIKE 'bench-export-%'`,
  );
  await pool().query('ANALYZE person; ANALYZE journal; ANALYZE "grant"');
}

async function somebody(role: Role): Promise<Person> {
  const id = randomUUID();
  const grants = { create: { role, from: new Date("2020-01-01") } };
  const email = `bench-export-${id}@example.org`;
  await db().person.create({
    data: { id, email, name: "bench", locale: "en", passwordHash: "", synthetic: true, grants },
  });
  return { id, name: "bench", grants: [{ role, organisation: null }] };
}

type Measured = { rows: number; seconds: number; size: number; before: number; peak: number };

/** One export by a worker of its own, with the most memory that it held, in MB, beside what it held before. */
async function measure(
  settings: Record<string, string>,
  actor: Person,
  wish: { list: ListName; format: Format; query: string },
): Promise<Measured> {
  const worker = await run("build/node/worker.js", [], settings);
  const status = (field: string) => {
    const text = readFileSync(`/proc/${worker.process.pid}/status`, "utf8");
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(text)?.[1] ?? 0) / 1024;
  };
  await setTimeout(3000);
  const before = status("VmRSS");
  // Has the system begin to count the peak anew.
  writeFileSync(`/proc/${worker.process.pid}/clear_refs`, "5");
  const asked = await askExport(actor, wish, "en");
  if (!asked.ok) throw new Error(asked.reason);
  const began = performance.now();
  const row = () => db().export.findUniqueOrThrow({ where: { id: asked.value } });
  let found = await row();
  for (; found.state !== "ready"; found = await row()) await setTimeout(20);
  const seconds = (performance.now() - began) / 1000;
  const measured = { rows: found.rows, seconds, size: Number(found.size), before, peak: status("VmHWM") };
  await endExport(actor, asked.value);
  await worker.stop();
  return measured;
}

/** What taking a long list along costs: rows a second, the size, and the worker's memory beside a tenth of the rows. */
export async function measureExports(database: Record<string, string>, say: (line: string) => void): Promise<void> {
  const keys = `k1:${randomBytes(32).toString("base64")}`;
  env().ENCRYPTION_KEYS = keys;
  const settings = { ...database, ENCRYPTION_KEYS: keys, DATA_DIR: env().DATA_DIR };
  say("\nexports by the worker (aim: memory of 250,000 rows <= 1.2 of 25,000)");
  await seed();
  const [auditor, admin] = [await somebody("auditor"), await somebody("admin")];
  const lists = [
    {
      list: "journal" as const,
      actor: auditor,
      none: `actor=${randomUUID()}`,
      few: `actor=${writer}&verb=suggestion.take`,
      all: `actor=${writer}`,
    },
    { list: "people" as const, actor: admin, none: "q=nobody-of-this-name", few: "q=few", all: "q=bench-export" },
  ];
  for (const { list, actor, none, few: some, all } of lists)
    for (const format of formats) {
      const empty = await measure(settings, actor, { list, format, query: none });
      const small = await measure(settings, actor, { list, format, query: some });
      const large = await measure(settings, actor, { list, format, query: all });
      for (const { rows, seconds, size, before, peak } of [empty, small, large])
        say(
          `  ${list} ${format} ${rows} rows: ${seconds.toFixed(1)} s, ${(rows / seconds).toFixed(0)} a second, ${(size / 1e6).toFixed(1)} MB, memory ${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most`,
        );
      say(`  ${list} ${format}: memory ${(large.peak / small.peak).toFixed(2)} of a tenth of the rows`);
    }
  await pool().query(`DELETE FROM person WHERE email LIKE 'bench-export-%'`);
}
