import { fold } from "./fold";
import { unasked } from "./asking/unasked";
import { parts } from "./tokens";

/** The longest query that is looked at, in characters, and the most units taken from it. */
const longest = 120;
const most = 48;

/** One Han character or one Latin word of a query, folded. `run` numbers the runs that nothing interrupts. */
export type Unit = { text: string; han: boolean; run: number };

/** The query as a row of units, in order. */
export function unitsOf(query: string): Unit[] {
  return parts(unspaced(unasked([...query].slice(0, longest).join(""))))
    .flatMap(({ kind, text }, run): Unit[] =>
      kind === "han"
        ? [...text].map((character) => ({ text: character, han: true, run }))
        : [{ text: withoutTones(text), han: false, run }],
    )
    .slice(0, most);
}

/** Three characters or more, each between spaces, are one run: some people type so. */
function unspaced(query: string): string {
  return query.replace(/(?<=^|\s)\p{Script=Han}(?:\s\p{Script=Han}){2,}(?=\s|$)/gu, (run) => run.replace(/\s/gu, ""));
}

/** A syllable with its tone as a digit, "toi4saan1" or "tai2", is read without it; a number stays a number. */
function withoutTones(word: string): string {
  return word.replace(/(?<=[a-z])[1-6](?=[a-z]|$)/g, "");
}

/** A run of units that may be a name. `to` is the unit after its last. */
export type Span = { from: number; to: number; text: string; script: "han" | "latin" | "mixed" };

const longestHan = 14;
const longestLatin = 12;

/** Every run of the query that may be a name. Runs of Han may have spaces between them, as some people type them. */
export function spansOf(units: readonly Unit[]): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < units.length; from += 1) {
    let text = "";
    let latin = 0;
    let han = 0;
    for (let to = from; to < units.length; to += 1) {
      const unit = units[to];
      if (!unit) break;
      if (unit.han) han += 1;
      else latin += 1;
      if (han > longestHan || latin > longestLatin || (han > 0 && latin > 0 && han + latin > longestLatin)) break;
      text += unit.text;
      if (han + latin === 1 && text.length < 2) continue;
      const script = latin === 0 ? "han" : han === 0 ? "latin" : "mixed";
      spans.push({ from, to: to + 1, text: script === "latin" ? text.replace(/[^a-z0-9]/g, "") : text, script });
    }
  }
  return spans;
}

/** A whole query as one name with digits or signs in it, such as "J府文化公园". */
export function wholeOf(query: string): string {
  return fold(query).replace(/[\s\p{P}]/gu, "");
}
