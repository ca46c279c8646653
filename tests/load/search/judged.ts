import { readFileSync } from "node:fs";
import { find, type Hit } from "~/domain/catalogue/finding.server";
import { searchNames } from "~/domain/catalogue/known.server";
import { locales, type Locale } from "~/domain/kernel/locale";

export type Judged = { text: string; locale: Locale; expected: string[] };

/** Judged queries, as tab-separated query, language and what answers it: `slug:`s or `name:`s between bars, or `none`. */
export function readJudged(file: string): Judged[] {
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => {
      const [text = "", language = "", expected = ""] = row.split("\t");
      return { text, locale: locales.find((one) => one === language) ?? "en", expected: expected.split("|") };
    });
}

const bare = (name: string) => name.replace(/(街道|镇)$/u, "");
type Named = Pick<Hit, "slug" | "names">;
const answers = ({ slug, names }: Named, one: string) =>
  one.startsWith("name:") ? bare(names["zh-Hans"]) === bare(one.slice(5)) : slug === one.replace(/^slug:/, "");
const answersAny = (one: Named, expected: string[]) => expected.some((each) => answers(one, each));

/** How high the right answers stand among the first ten, from 0 to 1: the usual gain that falls with the logarithm of the place. */
function gain(hits: Hit[], expected: string[], known: Named[]): number {
  const worth = (place: number) => 1 / Math.log2(place + 2);
  const right = new Set([...known, ...hits].filter((one) => answersAny(one, expected)).map(({ slug }) => slug));
  const most = Math.min(10, Math.max(1, right.size));
  const best = Array.from({ length: most }, (_, place) => worth(place)).reduce((sum, one) => sum + one, 0);
  return hits.reduce((sum, { slug }, place) => sum + (right.has(slug) ? worth(place) : 0), 0) / best;
}

export type Judgement = {
  byLocale: Map<Locale, { asked: number; gain: number }>;
  none: { asked: number; wrong: number };
  faults: string[];
};

export async function judge(all: Judged[]): Promise<Judgement> {
  const judgement: Judgement = { byLocale: new Map(), none: { asked: 0, wrong: 0 }, faults: [] };
  const { documents: known } = await searchNames();
  for (const { text, locale, expected } of all) {
    const { hits } = await find({ text, locale, limit: 10, offset: 0 });
    const seen = `${text} → ${hits
      .slice(0, 3)
      .map(({ slug, match }) => `${slug} (${match})`)
      .join(", ")}`;
    if (expected[0] === "none") {
      const wrong = hits.some(({ match }) => match !== "approximate");
      judgement.none.asked += 1;
      judgement.none.wrong += Number(wrong);
      if (wrong) judgement.faults.push(seen);
      continue;
    }
    const tally = judgement.byLocale.get(locale) ?? { asked: 0, gain: 0 };
    const own = gain(hits, expected, known);
    judgement.byLocale.set(locale, { asked: tally.asked + 1, gain: tally.gain + own });
    if (own < 1) judgement.faults.push(seen);
  }
  return judgement;
}
