import { fold } from "./fold";
import { parts } from "./tokens";

/** The longest query that is looked at, in characters, and the most units taken from it. */
const longest = 120;
const most = 48;

/** One Han character or one Latin word of a query, folded. `run` numbers the runs that nothing interrupts. */
export type Unit = { text: string; han: boolean; run: number };

/** The words with which people ask, in Chinese, where nothing stands between them and what is asked for. */
const asking =
  /(?:人在(?=国外|國外|海外|外国|外國)|人喺|办理|辦理|办(?=公证)|辦(?=公證)|叫咩名|叫乜名|叫什么名字|叫什麼名字|叫什么|叫什麼|请问|請問|怎么样|怎麼樣|怎么做|怎麼做|怎么|怎麼|怎样|怎樣|点样|點樣|为什么|為什麼|什么|什麼|甚么|甚麼|哪里|哪裏|哪裡|哪儿|哪条|哪條|哪个|哪個|边个|邊個|边条|邊條|边度|邊度|如何|多少|有没有|有沒有|能不能|可不可以|可以|是不是|我想|我要|我姓|吗|嗎|呢|舊時|旧时|以前|从前|從前|古时|古時|旧称|舊稱|旧名|舊名|古称|古稱|又名|别名|別名|咩|係|喺|嘅)/gu;

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

/** In English and Portuguese words ask one by one, but for these: every place's page has its older names. */
const olderName = /\b(?:old|older|former|original) names?\b|\b(?:antigos?|velhos?) nomes?\b|\bnomes? antigos?\b/giu;

/** What is asked for, without the words that ask. A query of such words alone stays as it is. */
function unasked(query: string): string {
  const rest = query.replace(asking, (words) => (words === "我姓" ? " 姓" : " ")).replace(olderName, " ");
  return rest.trim() === "" ? query : rest;
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
