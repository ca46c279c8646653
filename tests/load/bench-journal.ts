import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { verifyJournal } from "~/domain/journal/journal.server";
import { page } from "~/domain/journal/store.server";
import { ensureDatabase } from "~/launch/database";
import { prepare } from "~/launch/up";
import { closeDb, pool } from "~/platform/db/client";

const insertLine = `INSERT INTO journal_line ("actorId", "actorRole", verb, kind, reference, network, particulars)
  VALUES (gen_random_uuid(), 'unit', 'suggestion.reply', 'suggestion', 'YJ-2026-0001', '10.0.0', '{"class": "A"}')`;

/** Transactions a second that change a row of their own each, with or without a line in the journal. */
async function rate(writers: number, line: boolean, seconds = 5): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let done = 0;
  const write = async (id: number) => {
    const client = await pool().connect();
    while (performance.now() < end) {
      await client.query("BEGIN");
      await client.query("UPDATE bench_thing SET n = n + 1 WHERE id = $1", [id]);
      if (line) await client.query(insertLine);
      await client.query("COMMIT");
      done += 1;
    }
    client.release();
  };
  await Promise.all(Array.from({ length: writers }, (_, id) => write(id)));
  return done / seconds;
}

/** `npm run bench:journal`: what the journal costs writers, and how long a long one takes to verify and to search. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { lines: { type: "string", default: "1000000" } } });
  const embedded = await ensureDatabase();
  await prepare();
  await pool().query("DROP TABLE IF EXISTS bench_thing; CREATE TABLE bench_thing (id INT PRIMARY KEY, n INT)");
  await pool().query("INSERT INTO bench_thing SELECT g, 0 FROM generate_series(0, 63) g");
  for (const writers of [1, 8])
    for (const line of [false, true])
      console.log(
        `${writers} writers, ${line ? "with" : "without"} a line: ${Math.round(await rate(writers, line))}/s`,
      );
  const some = `INSERT INTO journal_line ("actorId", "actorRole", verb, kind, reference, particulars)
    SELECT md5((g % 500)::text)::uuid, 'unit', 'suggestion.' || (ARRAY['take', 'reply', 'read'])[1 + g % 3], 'suggestion',
      'YJ-2026-' || g % 20000, '{"version": 2}' FROM generate_series(1, $1::int) g`;
  const wanted = Number(values.lines);
  const began = performance.now();
  for (let made = 0; made < wanted; made += 50_000) await pool().query(some, [Math.min(50_000, wanted - made)]);
  console.log(`${wanted} lines written in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const searches = {
    newest: {},
    "one account": { actor: "c4ca4238-a0b9-2382-0dcc-509a6f75849b" },
    "one verb": { verb: "suggestion.take" as const },
    "nothing found": { reference: "YJ-2020-0001" },
    "one day": { from: "2020-01-01", until: "2020-01-02" },
  };
  for (const [name, search] of Object.entries(searches)) {
    const times: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const start = performance.now();
      await page(search, null);
      times.push(performance.now() - start);
    }
    console.log(`search, ${name}: median ${times.toSorted((one, other) => one - other)[10]?.toFixed(1)} ms`);
  }
  const start = performance.now();
  const found = await verifyJournal(null);
  console.log(`verified ${found.seq} lines in ${((performance.now() - start) / 1000).toFixed(1)} s: ${found.ok}`);
  const small = ["--max-old-space-size=40", "build/node/journal.js"];
  const { stdout, status } = spawnSync("/usr/bin/env", ["time", "-f", "%M KB at most", process.execPath, ...small], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  console.log(`with a heap of 40 MB: exit ${status}, ${String(stdout).slice(0, 40).trim()}`);
  await closeDb();
  if (embedded?.started) await embedded.stop();
}

await main().finally(closeDb);
