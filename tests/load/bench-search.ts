import { Logger, runOnce } from "graphile-worker";
import { find } from "~/domain/catalogue/finding.server";
import { forgetNames, searchNames } from "~/domain/catalogue/known.server";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import { matchNames } from "~/domain/finding/match";
import { ensureDatabase } from "~/launch/database";
import { prepare } from "~/launch/up";
import { closeDb, pool } from "~/platform/db/client";
import { env } from "~/platform/env";
import { engineName, mirrorSearch } from "~/platform/search/choose";
import { seedContent } from "../../prisma/seed";
import { FakeMeilisearch } from "../fakes/meilisearch";
import { atRate, hammer, quantile, type Load } from "./bench/hammer";
import { run } from "./bench/processes";
import { judge, readJudged } from "./search/judged";
import { keystrokes, namesFile } from "./search/keystrokes";
import { ask, sameInAllScripts, unseen, type Tally } from "./search/quality";
import { casesOf, randomOf, type Case } from "./search/queries";
import { untilVisible } from "./search/visible";

/**
 * `npm run bench:search -- [measure…] [list.tsv…]`: how well and how fast things are found, beside the goals. Measures
 * are quality, scripts, unseen, judged, engines, speed, visible and browser; without any, all of them. Lists of judged queries
 * besides the portal's own are judged with it. Over as many records as `npm run seed:scale` left in the data folder.
 */
const say = (line: string) => process.stdout.write(`${line}\n`);
const percent = (part: number, whole: number) => `${((part / Math.max(1, whole)) * 100).toFixed(2)} %`;
/** The goal of each class, as a share of what ten places can hold: villages that share their initials are more than ten. */
const tenOfClass = 0.99;

type Bench = { cases: Case[]; files: string[]; port: number };

function print(tallies: Map<string, Tally>): void {
  say(`${"class".padEnd(28)} ${"asked".padStart(6)}  first hit     in ten   possible   p50 ms  p99 ms`);
  const sums = { asked: 0, first: 0, ten: 0, possible: 0 };
  for (const [name, { asked, first, ten, possible, times, misses }] of tallies) {
    sums.asked += asked;
    sums.first += first;
    sums.ten += ten;
    sums.possible += possible;
    const below = ten / possible < tenOfClass ? "  below its goal" : "";
    const ms = (share: number) => quantile(times, share).toFixed(1).padStart(7);
    const shares = [first, ten, possible].map((part) => percent(part, asked).padStart(9)).join("  ");
    say(`${name.padEnd(28)} ${String(asked).padStart(6)}  ${shares} ${ms(0.5)} ${ms(0.99)}${below}`);
    for (const miss of misses.slice(0, Number(process.env.MISSES ?? 0))) say(`    ${miss}`);
  }
  const { asked, first, ten, possible } = sums;
  const all = `${asked} queries in ${tallies.size} classes`;
  say(`all: ${all}, first hit ${percent(first, asked)}, in ten ${percent(ten, asked)} of ${percent(possible, asked)}`);
}

async function quality({ cases }: Bench): Promise<void> {
  say(`\nquality on ${await engineName()} (goals: in ten >= 99.8 % of all, >= 99 % of what is possible in each class)`);
  print(await ask(cases, Number(process.env.EVERY ?? 1)));
}

async function scripts(): Promise<void> {
  const { asked, same, unlike } = await sameInAllScripts(await searchNames(), Number(process.env.EVERY ?? 1));
  say(
    `\nthe same list in every script and width (goal 100 %): ${same} of ${asked}, ${percent(same, asked)} ${unlike.join(" ")}`,
  );
}

async function spellings(): Promise<void> {
  const { asked, five, misses } = unseen(await searchNames());
  say(`\nspellings taken out and asked for, among five (goal >= 90 %): ${percent(five, asked)} of ${asked}`);
  if (process.env.MISSES) say(`    ${misses.join(", ")}`);
}

/** The first list was there while the search was built; the others were written by people who did not know how it works. */
const own = ["judged", "judged-hard", "judged-third", "judged-fourth"].map((name) => `tests/load/search/${name}.tsv`);

async function judged({ files }: Bench): Promise<void> {
  for (const file of [...own, ...files]) {
    const { byLocale, none, faults } = await judge(readJudged(file));
    say(`\njudged queries of ${file}, nDCG@10 (goals >= 0.90, no language more than 0.03 behind)`);
    for (const [locale, { asked, gain }] of byLocale)
      say(`  ${locale.padEnd(8)} ${(gain / asked).toFixed(3)} of ${asked}`);
    say(`  without an answer: ${none.wrong} of ${none.asked} answered as if there were one (goal <= 1 %)`);
    for (const fault of faults) say(`    ${fault}`);
  }
}

/** The same queries to both engines, of which a sample is enough: a real Meilisearch where MEILI_URL names one. */
async function engines({ cases }: Bench): Promise<void> {
  const { MEILI_URL: real, MEILI_KEY: realKey } = env();
  const double = real ? null : new FakeMeilisearch();
  await double?.start();
  const every = Math.max(1, Math.ceil(cases.length / 3000));
  const answers = async (url: string | undefined, key: string | undefined) => {
    Object.assign(env(), { MEILI_URL: url, MEILI_KEY: key });
    forgetNames();
    if (url) await mirrored();
    say(`  ${(await engineName()).padEnd(12)} ${summary(await ask(cases, every))}`);
  };
  say(
    `\nboth engines, every ${every}th query (goal: within 1 %)${double ? "; Meilisearch is a double, as MEILI_URL names none" : ""}`,
  );
  await answers(undefined, undefined);
  await answers(real ?? double?.url, real ? realKey : double?.key);
  Object.assign(env(), { MEILI_URL: real, MEILI_KEY: realKey });
  await double?.stop();
}

function summary(tallies: Map<string, Tally>): string {
  const all = [...tallies.values()];
  const sum = (of: (one: Tally) => number) => all.reduce((total, one) => total + of(one), 0);
  const asked = sum((one) => one.asked);
  return `first hit ${percent(
    sum((one) => one.first),
    asked,
  )}, in ten ${percent(
    sum((one) => one.ten),
    asked,
  )} of ${asked}`;
}

/** Builds the mirror as a worker would. */
async function mirrored(): Promise<void> {
  await rebuildSearch();
  await runOnce({
    connectionString: env().DATABASE_URL ?? "",
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: { "search.mirror": (payload) => mirrorSearch((payload as { key: string }).key) },
  });
}

const asIs = ({ p50, p99, bad }: Load) => `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${bad} bad`;

/** So many queries in an order of no kind, as readers who do not know each other ask them. */
function mixed(cases: Case[], count: number): string[] {
  const random = randomOf(3);
  const placed = cases.map(({ text }) => ({ text, at: random() }));
  return placed
    .toSorted((one, other) => one.at - other.at)
    .slice(0, count)
    .map(({ text }) => text);
}

async function speed({ cases, port }: Bench): Promise<void> {
  const sample = mixed(cases, 3000);
  const index = await searchNames();
  const { rows } = await pool().query<{ count: string; size: string }>(
    `SELECT count(*), pg_size_pretty(pg_total_relation_size('search_row')) AS size FROM search_row`,
  );
  say(
    `\nspeed over ${rows[0]?.count} records, an index of ${rows[0]?.size} (aims: names p99 <= 1 ms, search <= 25 ms, API <= 40 ms at 200 a second)`,
  );
  const timed = async (work: (text: string) => unknown) => {
    const times: number[] = [];
    for (const text of sample) {
      const began = performance.now();
      await work(text);
      times.push(performance.now() - began);
    }
    return asIs({ perSecond: 0, p50: quantile(times, 0.5), p99: quantile(times, 0.99), bad: 0 });
  };
  await timed((text) => matchNames(index, text));
  say(`  names in process   ${await timed((text) => matchNames(index, text))}`);
  say(`  search in process  ${await timed((text) => find({ text, locale: "en", limit: 20, offset: 0 }))}`);
  const paths = (limit: number) =>
    sample.map((text) => `/api/v1/search?lang=en&limit=${limit}&q=${encodeURIComponent(text)}`);
  await hammer(port, paths(17), { requests: sample.length / 2, lines: 4 });
  say(`  API, one at a time ${asIs(await hammer(port, paths(20), { requests: sample.length, lines: 1 }))}`);
  say(`  API, 16 at once    ${asIs(await hammer(port, paths(19), { requests: sample.length, lines: 16 }))}`);
  say(`  API, 200 a second  ${asIs(await atRate(port, paths(18), { perSecond: 200, requests: sample.length }))}`);
}

async function browser({ port }: Bench): Promise<void> {
  const { plain, brotli } = await namesFile();
  const texts = [
    "taishan",
    "toi4 saan1",
    "Hoisan",
    "sanchoão",
    "kaiping diaolou",
    "开平碉楼",
    "臺山端芬",
    "xinhiu",
    "overseas museum",
  ];
  const times = await keystrokes(port, texts);
  say(
    `\nin the browser: names file ${(plain / 1024).toFixed(0)} KB, ${(brotli / 1024).toFixed(1)} KB packed (goal <= 25 KB)`,
  );
  say(
    `  ${times.length} keystrokes, six times slowed: p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, most ${Math.max(...times).toFixed(1)} ms (goal <= 5 ms)`,
  );
}

async function visible({ port }: Bench): Promise<void> {
  const worker = await run("build/node/worker.js", [], { DATABASE_URL: env().DATABASE_URL ?? "" });
  const times = await untilVisible(port, 40);
  await worker.stop();
  say(
    `\na change is found after its commit (goal p95 <= 1000 ms): p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`,
  );
}

const measures: Record<string, (bench: Bench) => Promise<void>> = {
  quality,
  scripts,
  unseen: spellings,
  judged,
  engines,
  speed,
  visible,
  browser,
};

async function main(wishes: string[]): Promise<void> {
  const embedded = await ensureDatabase();
  await prepare();
  await seedContent();
  const files = wishes.filter((one) => one.endsWith(".tsv"));
  const names = wishes.filter((one) => !files.includes(one));
  const { documents } = await searchNames();
  const web = await run("server.mjs", [], { DATABASE_URL: env().DATABASE_URL ?? "" });
  const bench = { cases: casesOf(documents, 7), files, port: web.port };
  for (const [name, measure] of Object.entries(measures))
    if (names.includes(name) || names.length === 0) await measure(bench);
  await web.stop();
  await closeDb();
  if (embedded?.started) await embedded.stop();
}

await main(process.argv.slice(2));
process.exit(0);
