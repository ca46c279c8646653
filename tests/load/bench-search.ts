import { readFileSync } from "node:fs";
import { rebuildSearch } from "~/domain/catalogue/indexing.server";
import { find, searchNames } from "~/domain/catalogue/finding.server";
import { fold } from "~/domain/finding/fold";
import { matchNames } from "~/domain/finding/match";
import { buildNames } from "~/domain/finding/names";
import { ensureDatabase } from "~/launch/database";
import { closeDb } from "~/platform/db/client";
import { casesOf, type Case } from "./search/queries";

/** `npm run bench:search`: how well and how fast things are found, by class of query. */
const say = (line: string) => process.stdout.write(`${line}\n`);
const percent = (value: number) => (value * 100).toFixed(2).padStart(7);

type Tally = { n: number; first: number; ten: number; times: number[]; misses: string[] };

/** A query may be the very name of several things: any of them is a right first hit. */
async function run(all: Case[], every: number): Promise<Map<string, Tally>> {
  const byText = new Map<string, Set<string>>();
  const keyOf = (one: Case) =>
    fold(one.text)
      .replace(/(?<=[a-z])[1-6]/g, "")
      .replace(/\s/g, "");
  for (const one of all) byText.set(keyOf(one), (byText.get(keyOf(one)) ?? new Set()).add(one.expected));
  const tallies = new Map<string, Tally>();
  for (const one of all.filter((_, at) => at % every === 0)) {
    const tally = tallies.get(one.className) ?? { n: 0, first: 0, ten: 0, times: [], misses: [] };
    tallies.set(one.className, tally);
    const start = performance.now();
    const { hits } = await find({ text: one.text, locale: "zh-Hans", limit: 10, offset: 0 });
    tally.times.push(performance.now() - start);
    const keys = hits.map(({ kind, slug }) => `${kind}:${slug}`);
    const same = byText.get(keyOf(one)) ?? new Set();
    tally.n += 1;
    if (same.has(keys[0] ?? "")) tally.first += 1;
    if (keys.includes(one.expected)) tally.ten += 1;
    else if (same.size <= 10) tally.misses.push(`${one.text} → ${keys.slice(0, 3).join(" ")} (${one.expected})`);
  }
  return tallies;
}

function print(tallies: Map<string, Tally>): void {
  say(`${"class".padEnd(24)} ${"n".padStart(6)} ${"@1 %".padStart(7)} ${"@10 %".padStart(7)} p50 ms  p99 ms`);
  for (const [name, { n, first, ten, times, misses }] of tallies) {
    const sorted = times.toSorted((one, other) => one - other);
    const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1).padStart(6);
    say(
      `${name.padEnd(24)} ${String(n).padStart(6)} ${percent(first / n)} ${percent(ten / n)} ${at(0.5)}  ${at(0.99)}`,
    );
    if (process.env.MISSES) for (const miss of misses.slice(0, Number(process.env.MISSES))) say(`    ${miss}`);
  }
}

/** Each listed spelling is taken out in turn and asked for: how well are spellings found that nobody listed? */
async function unseen(): Promise<void> {
  const { documents } = await searchNames();
  let n = 0;
  let five = 0;
  const misses: string[] = [];
  for (const [at, document] of documents.entries()) {
    const listed = document.labels.filter(({ kind }) => kind === "historic" || kind === "portuguese");
    for (const label of listed) {
      const letters = label.text.toLowerCase().replace(/[^a-z]/g, "");
      const same = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "") === letters;
      const labels = document.labels.filter(({ text }) => !same(text));
      const index = buildNames(documents.with(at, { ...document, labels }));
      const found = matchNames(index, label.text).slice(0, 5);
      n += 1;
      if (found.some((one) => one.document === at)) five += 1;
      else
        misses.push(
          `${label.text} → ${found.map((one) => documents[one.document]?.names["zh-Hans"]).join(" ")} (${document.names["zh-Hans"]})`,
        );
    }
  }
  say(`spellings taken out: ${n}, found among five: ${percent(five / n)} %`);
  if (process.env.MISSES) for (const miss of misses.slice(0, 80)) say(`    ${miss}`);
}

/** A list of judged queries, as tab-separated query, language, expected and class, when one is named. */
async function judged(file: string): Promise<void> {
  const rows = readFileSync(file, "utf8").trim().split("\n").slice(1);
  let good = 0;
  for (const row of rows) {
    const [text = "", , expected = "", className = ""] = row.split("\t");
    const { hits } = await find({ text, locale: "zh-Hans", limit: 5, offset: 0 });
    const fits = (hit: (typeof hits)[number] | undefined) =>
      expected === "none"
        ? hit === undefined || hit.match === "approximate"
        : expected.split("|").some((one) => {
            const [by = "", name = ""] = one.split(":");
            return hit && (by === "slug" ? hit.slug === name : hit.names["zh-Hans"].replace(/(街道|镇)$/, "") === name);
          });
    if (fits(hits[0])) good += 1;
    else say(`  ${className}: ${text} → ${hits.map((hit) => hit.names["zh-Hans"]).join(" / ")} (${expected})`);
  }
  say(`judged queries, first hit right: ${good} of ${rows.length}`);
}

async function main(): Promise<void> {
  await ensureDatabase();
  await rebuildSearch();
  const { documents } = await searchNames();
  const file = process.argv[2];
  if (file) await judged(file);
  await unseen();
  print(await run(casesOf(documents, 7), Number(process.env.EVERY ?? 1)));
  await closeDb();
}

await main();
