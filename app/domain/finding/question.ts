import { alikeNames } from "./likeness/alike";
import { saysCountry, saysSort, standsBetween } from "./asking/around";
import type { Answer, Asked } from "./asking/asked";
import { placeToken, type Kind } from "./document";
import { heardIn, isNamed, soundsLike } from "./asking/heard";
import type { NameMatch } from "./match";
import { nearWords } from "./likeness/words";
import type { NameIndex } from "./names";
import { unitsOf, type Unit } from "./query";
import { saysFamily } from "./surname";
import { conceptsBy, synonymsOf } from "./synonyms";
import { meaningless, stemOf, wordToken } from "./tokens";

export type Question = {
  units: Unit[];
  weights: number[];
  asked: Asked[];
  /** The things named in the query. */
  matches: NameMatch[];
  /** The things that are named nearly so. */
  alike: NameMatch[];
};

/** What a query asks for: its words with all that means the same, the names in it, and how much each part counts. */
export function questionOf(index: NameIndex, query: string, matches: NameMatch[]): Question {
  const units = unitsOf(query);
  const sure = (kind: Kind) =>
    matches.filter(({ match, document }) => match !== "approximate" && index.documents[document]?.kind === kind);
  const [placed, families] = [sure("place"), sure("surname")];
  const named = [...placed, ...families];
  const isPlaced = matches.some(({ document }) => index.documents[document]?.kind === "place");
  const countryAt = units.map((_, at) => isPlaced && !isNamed(placed, at) && saysCountry(units, at));
  const saysAt = units.map(
    (unit, at) =>
      countryAt[at] ||
      saysSort(unit, placed.length > 0) ||
      (families.length > 0 && saysFamily(unit.text)) ||
      (named.length > 0 && !isNamed(named, at) && standsBetween(unit)),
  );
  const heard = heardIn(index, units, matches);
  const isHeard = (at: number) => heard.some(({ from, to }) => from <= at && at < to);
  const written = units.flatMap((unit, at): Asked[] => {
    if (!unit.han) return isHeard(at) ? [] : word(index, unit.text, at, matches);
    const next = units[at + 1];
    if (next?.han && next.run === unit.run) {
      const known = isNamed(matches, at) || isNamed(matches, at + 1);
      return [pair(index, unit.text + next.text, at, { overAnEdge: crosses(named, at + 1), known })];
    }
    const alone = units[at - 1]?.run !== unit.run || crosses(named, at);
    return alone ? [{ from: at, to: at + 1, answers: [as(unit.text)], needed: !saysSort(unit, true) }] : [];
  });
  const asked = [...written, ...heard];
  for (const one of asked) if (named.length > 0 && saysAt.slice(one.from, one.to).every(Boolean)) one.needed = false;
  const weights = units.map((unit, at) => {
    // A syllable of a name counts whatever it means as a word: "he an", "qu cun".
    const syllable = isHeard(at) || named.some((name) => isWithin(name, at));
    if (!unit.han && syllable) return Math.max(0.5, weightOf(index, unit, at, asked));
    if (saysAt[at]) return unit.han && !countryAt[at] ? 0.005 : 0;
    return weightOf(index, unit, at, asked);
  });
  return { units, weights, asked, matches, alike: alikeNames(index, query, matches) };
}

/** Whether a unit is one of several of a name. */
function isWithin({ via, from, to }: NameMatch, at: number): boolean {
  return via !== "word" && to - from > 1 && from <= at && at < to;
}

const as = (token: string): Answer => ({ token, worth: 1, guessed: false });

/** Whether a place's name begins or ends before the unit `at`: the pair over that edge belongs to no word. */
function crosses(named: NameMatch[], at: number): boolean {
  return named.some(({ from, to }) => from === at || to === at) && !named.some(({ from, to }) => from < at && to > at);
}

type Pair = { overAnEdge: boolean; known: boolean };

function pair(index: NameIndex, token: string, at: number, { overAnEdge, known }: Pair): Asked {
  const others = known ? [] : soundsLike(index, token);
  return { from: at, to: at + 2, answers: [...synonyms(token), ...others], needed: !overAnEdge };
}

function synonyms(token: string): Answer[] {
  return synonymsOf(token).map((other, at) => ({ token: other, worth: at === 0 ? 1 : 0.85, guessed: false }));
}

function word(index: NameIndex, text: string, at: number, matches: NameMatch[]): Asked[] {
  if (meaningless(text)) return [];
  const token = wordToken(text);
  const forms = isNamed(matches, at) ? [] : otherForms(index, token);
  const clear = index.words.has(token) || forms.length > 0 || text.length < 5 || /\d/.test(text);
  const guesses = clear ? [] : nearWords(index, token).flatMap(synonymsOf).map(guessAt);
  return [{ from: at, to: at + 1, answers: unique([...synonyms(token), ...forms, ...guesses]), needed: true }];
}

const guessAt = (token: string): Answer => ({ token, worth: 0.7, guessed: true });

/** The first answer of each token. */
function unique(answers: Answer[]): Answer[] {
  return [...new Map(answers.toReversed().map((answer) => [answer.token, answer])).values()].toReversed();
}

/**
 * The word in other forms. One that the portal writes has its plural and its other gender beside it: "jurídica" for
 * "jurídico"; one that it does not is taken for whatever begins so: "funding" for "funds".
 */
function otherForms({ words, stems }: NameIndex, token: string): Answer[] {
  const stem = stemOf(token);
  if (stem.length < 4) return [];
  const others = [...(stems.get(stem) ?? []), ...conceptsBy(stem)].filter((other) => other !== token);
  const close = words.has(token) ? others.filter((other) => bare(other) === bare(token)) : others;
  return close.flatMap(synonymsOf).map((other) => ({ token: other, worth: 0.85, guessed: false }));
}

/** A word without what tells its number and gender. */
const bare = (token: string) => token.replace(/(?:[oae]s?|s)$/, "");

/** How much a unit counts: a word about as much as two characters, a rare one more than one that stands everywhere. */
function weightOf(index: NameIndex, { text, han }: Unit, at: number, asked: Asked[]): number {
  if (!han && meaningless(text)) return 0;
  if (!han && text.length === 1) return 0.2;
  const common = asked
    .filter(({ from, to, needed }) => from <= at && to > at && needed)
    .map(({ answers: [first] }) => index.words.get(first?.token ?? "") ?? 0);
  const rarity = common.length === 0 ? 1 : 1 / (1 + 0.25 * Math.log2(1 + Math.min(...common)));
  return (han ? 0.5 : 1) * rarity;
}

/** The tokens of a question whose standing in a document ranks it: as typed first, then what means the same. */
export function tokensOf({ asked }: Question): string[] {
  const [typed, others] = [
    asked.map(({ answers }) => answers.slice(0, 1)),
    asked.map(({ answers }) => answers.slice(1)),
  ];
  return [...new Set([...typed, ...others].flat().map(({ token }) => token))];
}

/** Whether a name in a query brings what concerns it, too: not where all of the query is a guess at a name. */
export function speaksOf({ match, whole }: NameMatch): boolean {
  return match !== "approximate" || !whole;
}

/** So many groups tell the documents of a long query from all others; engines read one group after the other. */
export const mostGroups = 10;

/** Groups of tokens for an engine, rarest first: a document answers a group with any of its tokens. */
export function groupsOf(index: NameIndex, { asked, weights, matches }: Question): string[][] {
  const places = matches.filter(speaksOf).flatMap(({ document, from, to }) => {
    const found = index.documents[document];
    return found?.kind === "place" ? [{ from, to, token: placeToken(found.slug) }] : [];
  });
  const groups = asked
    .filter(({ needed, from, to }) => needed && weights.slice(from, to).some((weight) => weight > 0.1))
    .map(({ from, to, answers }) => [
      ...new Set([
        ...answers.map(({ token }) => token),
        ...places.filter((place) => place.from < to && place.to > from).map(({ token }) => token),
      ]),
    ]);
  const counted = groups.map((group) => ({
    group,
    count: Math.max(...group.map((token) => index.words.get(token) ?? 0)),
  }));
  return counted
    .toSorted((one, other) => one.count - other.count)
    .slice(0, mostGroups)
    .map(({ group }) => group);
}
