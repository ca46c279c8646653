import { find } from "~/domain/catalogue/finding.server";
import { fold } from "~/domain/finding/fold";
import { matchNames } from "~/domain/finding/match";
import { buildNames, type NameIndex } from "~/domain/finding/names";
import { scriptsOf, type Case } from "./queries";

/** `possible` is how many could stand in ten at most: of twelve things named alike, ten. */
export type Tally = {
  asked: number;
  first: number;
  ten: number;
  possible: number;
  times: number[];
  misses: string[];
};

/**
 * Asks all queries. One that is the very name of several things is answered by any of them first: nobody could know
 * better; that is the ceiling of success at the first hit. Where more than ten things are named so, ten cannot hold all.
 */
export async function ask(all: Case[], every: number): Promise<Map<string, Tally>> {
  const byText = new Map<string, Set<string>>();
  const keyOf = ({ text }: Case) =>
    fold(text)
      .replace(/(?<=[a-z])[1-6]/g, "")
      .replace(/\s/g, "");
  for (const one of all) byText.set(keyOf(one), (byText.get(keyOf(one)) ?? new Set()).add(one.expected));
  const tallies = new Map<string, Tally>();
  for (const one of all.filter((_, at) => at % every === 0)) {
    const tally = tallies.get(one.className) ?? { asked: 0, first: 0, ten: 0, possible: 0, times: [], misses: [] };
    tallies.set(one.className, tally);
    const start = performance.now();
    const { hits } = await find({ text: one.text, locale: "zh-Hans", limit: 10, offset: 0 });
    tally.times.push(performance.now() - start);
    const keys = hits.map(({ kind, slug }) => `${kind}:${slug}`);
    const same = byText.get(keyOf(one)) ?? new Set();
    tally.asked += 1;
    tally.possible += Math.min(1, 10 / Math.max(1, same.size));
    if (same.has(keys[0] ?? "")) tally.first += 1;
    if (keys.includes(one.expected)) tally.ten += 1;
    else if (same.size <= 10) tally.misses.push(`${one.text} → ${keys.slice(0, 3).join(" ")} (${one.expected})`);
  }
  return tallies;
}

/** Of so many names the share whose answers are the same list, whatever script and width they are typed in. */
export async function sameInAllScripts(
  index: NameIndex,
  every: number,
): Promise<{ asked: number; same: number; unlike: string[] }> {
  let [asked, same] = [0, 0];
  const unlike: string[] = [];
  for (const { names } of index.documents.filter((_, at) => at % every === 0)) {
    const lists = new Set<string>();
    for (const text of scriptsOf(names["zh-Hans"])) {
      const { hits } = await find({ text, locale: "zh-Hans", limit: 20, offset: 0 });
      lists.add(JSON.stringify(hits.map(({ kind, slug, match }) => [kind, slug, match])));
    }
    asked += 1;
    if (lists.size === 1) same += 1;
    else unlike.push(names["zh-Hans"]);
  }
  return { asked, same, unlike };
}

/** Each listed spelling is taken out in turn and asked for: how well are spellings found that nobody listed? */
export function unseen({ documents }: NameIndex): { asked: number; five: number; misses: string[] } {
  let [asked, five] = [0, 0];
  const misses: string[] = [];
  for (const [at, document] of documents.entries()) {
    for (const label of document.labels.filter(({ kind }) => kind === "historic" || kind === "portuguese")) {
      const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, "");
      const labels = document.labels.filter(({ text }) => letters(text) !== letters(label.text));
      const found = matchNames(buildNames(documents.with(at, { ...document, labels })), label.text).slice(0, 5);
      asked += 1;
      if (found.some((one) => one.document === at)) five += 1;
      else misses.push(`${label.text} (${document.names["zh-Hans"]})`);
    }
  }
  return { asked, five, misses };
}
