import { Agent } from "node:http";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { searchNames } from "~/domain/catalogue/known.server";
import { ensureDatabase } from "~/launch/database";
import { closeDb, pool } from "~/platform/db/client";
import { countQueries } from "./bench/count-queries";
import { measureExports } from "./bench/exports";
import { hammer, shoot, sideBySide, type Load } from "./bench/hammer";
import { memoryOf, run, type Running } from "./bench/processes";
import { casesOf } from "./search/queries";

/**
 * `npm run bench`: how fast the portal is beside the barest thing that does the same, in one run and as ratios. Searches
 * as many records as `npm run seed:scale` left in the data folder. Speaks to 127.0.0.1 only, for some minutes.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const asIs = (load: Load) =>
  `${load.perSecond.toFixed(0)} a second, p50 ${load.p50.toFixed(1)} ms, p99 ${load.p99.toFixed(1)} ms, ${load.bad} bad`;
const identity = { "Accept-Encoding": "identity" };
const page = "/en/places/taishan";

/** Lets a worker do what is waiting, such as building the index anew: it would be measured with the rest. */
async function quiet(database: Record<string, string>): Promise<void> {
  const worker = await run("build/node/worker.js", [], database);
  const waiting = async () =>
    (await pool().query(`SELECT 1 FROM graphile_worker.jobs WHERE attempts < max_attempts LIMIT 1`)).rowCount;
  while (await waiting()) await new Promise((done) => setTimeout(done, 500));
  await worker.stop();
}

type House = { web: Running; worker: Running; agent: Agent; database: Record<string, string> };

/** What can be measured, by the name that asks for it alone: `npm run bench -- list search`; `export` has a worker of its own. */
const measures: Record<string, (house: House) => Promise<void>> = { bytes, kept, list, search, memory };

async function bytes({ web, agent }: House): Promise<void> {
  say("\nbytes of a first visit, compressed (aims: document <= 30 KB, all <= 100 KB)");
  for (const path of ["/en", "/zh-Hant/search?q=Hoisan", page, "/en/proposals", "/en/figures", "/zh-Hans/ask"]) {
    const document = await shoot(agent, web.port, path, identity);
    const parts = [...document.body.matchAll(/(?:href|src)="(\/assets\/[^"]+|\/favicon.svg)"/g)].map(([, one]) => one);
    const others = await Promise.all([...new Set(parts)].map((one) => shoot(agent, web.port, one ?? "", identity)));
    const own = gzipSync(document.body).length;
    const all = own + others.reduce((sum, one) => sum + gzipSync(one.body).length, 0);
    say(`  ${path.padEnd(30)} ${(own / 1024).toFixed(1)} KB, with all ${(all / 1024).toFixed(1)} KB`);
  }
}

async function kept({ web, agent }: House): Promise<void> {
  const cached = await shoot(agent, web.port, page, identity);
  const bareFile = join(mkdtempSync(join(tmpdir(), "qq-bench-")), "answer.json");
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "public, max-age=0" };
  writeFileSync(bareFile, JSON.stringify({ headers, body: Buffer.from(cached.body).toString("base64") }));
  const bare = await run("build/tools/bare.mjs", [bareFile]);
  const some = { requests: 6000, lines: 16, headers: identity };
  const [ours, plain] = await sideBySide(
    5,
    () => hammer(web.port, [page], some),
    () => hammer(bare.port, ["/"], some),
  );
  await bare.stop();
  say(`\na kept page beside a bare server with the same ${(cached.bytes / 1024).toFixed(0)} KB (aim >= 0.5)`);
  say(`  ${ours.toFixed(0)} and ${plain.toFixed(0)} a second: ratio ${(ours / plain).toFixed(2)}`);
}

async function list({ web, database }: House): Promise<void> {
  const remix = await run("build/tools/bare-remix.mjs", [], database);
  const few = { requests: 600, lines: 8, headers: { ...identity, Cookie: "qq_session=nobody" } };
  const [made, bareMade] = await sideBySide(
    7,
    () => hammer(web.port, ["/en/proposals"], few),
    () => hammer(remix.port, ["/en/proposals"], few),
  );
  await remix.stop();
  say("\na list of 20, made anew each time, beside a bare page of Remix with the same list (aim >= 0.8)");
  say(`  ${made.toFixed(0)} and ${bareMade.toFixed(0)} a second: ratio ${(made / bareMade).toFixed(2)}`);
}

async function searches(): Promise<string[]> {
  const { documents } = await searchNames();
  const every = casesOf(
    documents.filter(({ kind }) => kind === "place"),
    7,
  );
  const texts = every.filter((_, at) => at % Math.ceil(every.length / 2000) === 0).map(({ text }) => text);
  texts.push(
    ..."路灯|street lights|Hoisan legal|华侨 博物馆|notário Toi San|青年|提案 2023|体育 路|heritage school".split("|"),
  );
  return texts.map((text) => `/api/v1/search?lang=en&q=${encodeURIComponent(text)}`);
}

async function search({ web }: House): Promise<void> {
  const asked = await searches();
  say("\nthe search (aim p99 <= 25 ms one at a time)");
  say(`  one at a time: ${asIs(await hammer(web.port, asked, { requests: asked.length, lines: 1 }))}`);
  const again = asked.map((path) => `${path}&limit=19`);
  say(`  sixteen at once: ${asIs(await hammer(web.port, again, { requests: again.length, lines: 16 }))}`);
}

async function memory({ web, worker }: House): Promise<void> {
  const mixed = ["/en", page, "/pt/figures", "/zh-Hans/proposals?page=2", ...(await searches()).slice(0, 500)];
  const long = await hammer(web.port, mixed, { requests: 10_000, lines: 16 });
  const [webs, workers] = [memoryOf(web), memoryOf(worker)];
  say("\nmemory after 10,000 requests, web and worker (aim < 300 MB together)");
  say(`  ${asIs(long)}`);
  say(`  web ${webs.toFixed(0)} MB, worker ${workers.toFixed(0)} MB: ${(webs + workers).toFixed(0)} MB`);
}

async function main(names: string[]): Promise<void> {
  const embedded = await ensureDatabase();
  const { rows } = await pool().query<{ count: string }>(`SELECT count(*) FROM search_row`);
  say(`records in the index: ${rows[0]?.count}`);
  const database = { DATABASE_URL: process.env.DATABASE_URL ?? "" };
  await quiet(database);
  const web = await run("server.mjs", [], database);
  const worker = await run("build/node/worker.js", [], database);
  const agent = new Agent({ keepAlive: true });
  for (const [name, measure] of Object.entries(measures))
    if (names.length === 0 || names.includes(name)) await measure({ web, worker, agent, database });
  agent.destroy();
  await Promise.all([web.stop(), worker.stop()]);

  if (names.length === 0 || names.includes("export")) await measureExports(database, say);
  if (names.length === 0) {
    say("\nqueries of the database for one page (constant, however many records there are)");
    for (const [path, count] of await countQueries()) say(`  ${path.padEnd(36)} ${count}`);
  }
  await closeDb();
  if (embedded?.started) await embedded.stop();
}

await main(process.argv.slice(2));
process.exit(0);
