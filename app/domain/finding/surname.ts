import type { Named, NameIndex } from "./names";
import type { Span, Unit } from "./query";
import { meaningless } from "./tokens";

/** Words that say that a family name is meant. */
const says = new Set([
  ..."氏姓家族宗祠字写寫谱",
  ..."clan clans surname surnames family families name names last chinese character characters spelling spelt written write genealogy genealogia tree roots ancestors antepassados familia apelido apelidos cla nome caracter caracteres chines chinesa escreve escrever".split(
    " ",
  ),
]);

/** Spellings of families that are words of every day, or syllables of many names: alone in a sentence they are no family. */
const everyday = new Set(
  "see law lee lei mar sit low look young long king song fan fun man pan tan wing woo you how sing sun son sum may won chin gee jew lock mock mark ham lung hum shin pong dea der tom tong tung kit kwan hong kong sha hoi hoy".split(
    " ",
  ),
);

/** Whether a word beside a family name only says that it is one. */
export function saysFamily(text: string): boolean {
  return says.has(text);
}

export type SurnameMatch = { named: Named; span: Span };

/** The family names that a query means as a whole, with or without a word that says so: "Chan", "梅氏", "Moy clan". */
export function entireSurname(index: NameIndex, units: readonly Unit[]): SurnameMatch[] {
  // "Tong Ha" is no family with a word beside it; "which is the surname Kwong" says what it means.
  const said = units.some(({ text }) => says.has(text));
  const own = units.filter(({ text }) => !says.has(text) && !(said && meaningless(text)));
  const text = own.map((unit) => unit.text).join("");
  if (own.length === 0 || own.some(({ han }) => han !== own[0]?.han)) return [];
  const span: Span = { from: 0, to: units.length, text, script: own[0]?.han ? "han" : "latin" };
  return (index.surnames.get(text) ?? []).map((named) => ({ named, span }));
}

/** Whether the portal writes the word that a unit is, or a pair of characters with it in which no name stands. */
function isWord({ words }: NameIndex, units: readonly Unit[], at: number, stands: (at: number) => boolean): boolean {
  if (!units[at]?.han) return words.has(units[at]?.text ?? "");
  return (!stands(at - 1) && words.has(pairFrom(units, at - 1))) || (!stands(at + 1) && words.has(pairFrom(units, at)));
}

/** Whether a character is the first of a word that the portal writes: 陈 of 陈皮, but not of 陈氏. */
function isPartOfWord({ words }: NameIndex, units: readonly Unit[], at: number): boolean {
  return !says.has(units[at + 1]?.text ?? "") && words.has(pairFrom(units, at));
}

/** A character and the one behind it in the same run; nothing where there is none. */
function pairFrom(units: readonly Unit[], at: number): string {
  const [own, after] = [units[at], units[at + 1]];
  return own && own.run === after?.run ? own.text + after.text : "";
}

/**
 * Family names beside something else: "Hoisan Chan", "开平司徒". They are short, so that they count only where all the rest
 * of the query is accounted for, where a word beside them says what they are, or where nothing else is spelt so; and
 * not inside a name that is `known` to stand there, be it of ours or of a place elsewhere.
 */
export function surnamesAmong(
  index: NameIndex,
  units: readonly Unit[],
  known: readonly { from: number; to: number }[],
): SurnameMatch[] {
  const stands = (at: number) => known.some(({ from, to }) => from <= at && at < to);
  const all: SurnameMatch[] = [];
  for (let from = 0; from < units.length; from += 1) {
    for (let to = from + 1; to <= Math.min(units.length, from + 2); to += 1) {
      const own = units.slice(from, to);
      if (own.some(({ han }, at) => han !== own[0]?.han || stands(from + at))) continue;
      if (own.length === 1 && own[0]?.han && isPartOfWord(index, units, from)) continue;
      const text = own.map((unit) => unit.text).join("");
      const script = own[0]?.han ? "han" : "latin";
      for (const named of index.surnames.get(text) ?? []) all.push({ named, span: { from, to, text, script } });
    }
  }
  const covered = (at: number) =>
    stands(at) ||
    says.has(units[at]?.text ?? "") ||
    meaningless(units[at]?.text ?? "") ||
    isWord(index, units, at, stands) ||
    all.some(({ span }) => span.from <= at && at < span.to);
  const saidBeside = ({ from, to }: Span) => says.has(units[from - 1]?.text ?? "") || says.has(units[to]?.text ?? "");
  const isFamilys = ({ span }: SurnameMatch) =>
    saidBeside(span) || (span.script === "latin" && span.text.length > 2 && !everyday.has(span.text));
  return units.every((_, at) => covered(at)) ? all : all.filter(isFamilys);
}
