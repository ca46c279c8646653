import { isWord, readingsOf, type Named, type NameIndex } from "./names";
import { withOneWrong, withSlips, withSound } from "./likeness/near";
import { saysCountry } from "./asking/around";
import { elsewhereIn } from "./asking/elsewhere";
import { hanOnly } from "./fold";
import { isRead, isTelling, soundingLike } from "./likeness/aloud";
import { isMisspelt } from "./likeness/words";
import { entireSurname, surnamesAmong, type SurnameMatch } from "./surname";
import { meaningless } from "./tokens";
import { spansOf, unitsOf, wholeOf, type Span, type Unit } from "./query";

export type MatchKind = "exact" | "variant" | "approximate";

/** A thing whose name stands in the query, from unit `from` to before `to`. */
export type NameMatch = {
  document: number;
  match: MatchKind;
  label: string;
  via: Named["via"];
  from: number;
  to: number;
  /** Whether the whole query is this name. */
  whole: boolean;
  /** From 0 to 1: how surely this name is meant. */
  quality: number;
};

/** Listed names in their own script stand first, readings after them, guesses last and well apart. */
const qualities: Record<Named["via"], number> = {
  name: 1,
  alias: 0.98,
  historic: 0.98,
  portuguese: 0.98,
  english: 0.98,
  pinyin: 0.96,
  jyutping: 0.95,
  family: 0.98,
  related: 0.85,
  word: 0.8,
  initials: 0.75,
};

/** Names in Latin letters that say how the characters are read. */
const spoken: ReadonlySet<Named["via"]> = new Set(["name", "pinyin", "jyutping"]);

/** Whether a name was typed as it is listed, all of it. */
export function isSure({ match, via }: Pick<NameMatch, "match" | "via">): boolean {
  return match !== "approximate" && via !== "word";
}

type Note = (named: Named, span: Span, match: MatchKind, quality: number) => void;

/**
 * The things named in a query, surest first, each once. What is named exactly is never guessed at: slips, wrong
 * characters and like sounds are tried only on what no name and no word of the portal accounts for.
 */
export function matchNames(index: NameIndex, query: string): NameMatch[] {
  const units = unitsOf(query);
  if (units.length === 0) return [];
  const best = new Map<number, NameMatch>();
  const note: Note = (named, span, match, quality) => {
    const known = best.get(named.document);
    const { from, to } = known && match !== "approximate" && named.via !== "word" ? together(known, span) : span;
    const length = to - from;
    const better =
      !known || length > known.to - known.from || (length === known.to - known.from && quality > known.quality);
    if (!better) return;
    const whole = from === 0 && to === units.length;
    const surer =
      known && length > span.to - span.from && known.quality > quality ? known : { ...named, match, quality };
    best.set(named.document, { ...surer, from, to, whole });
  };
  const spans = spansOf(units);
  for (const span of spans) exact(index, span, units.length, note);
  const entire: Span = { from: 0, to: units.length, text: wholeOf(query), script: "han" };
  if (units.some(({ han }) => han)) exact(index, entire, units.length, note);
  const family = ({ named, span }: SurnameMatch) =>
    note(named, span, named.via === "name" ? "exact" : "variant", qualities[named.via]);
  const surnames = entireSurname(index, units);
  surnames.forEach(family);
  if (surnames.length === 0) {
    // Two families alone may be one spelling of a place: "Kuong Hoi". Beside a place a family needs no guess.
    const besidePlaces = best.size > 0;
    const elsewhere = elsewhereIn(spans);
    const among = (known: NameMatch[]) => surnamesAmong(index, units, [...known, ...elsewhere]).forEach(family);
    if (besidePlaces) among([...best.values()]);
    guess(index, { units, spans, elsewhere }, [...best.values()], note);
    const known = [...best.values()].filter(({ match }) => match !== "approximate");
    if (!besidePlaces) among(known);
  }
  if (isSmall(index, best.values())) guessLarger(index, spans, units.length, note);
  return [...best.values()].toSorted(
    (one, other) => score(index, other) - score(index, one) || one.document - other.document,
  );
}

/** What is named twice, "Moy 梅" or "Toisan 台山", is named by both. */
function together(known: NameMatch, { from, to }: Span): { from: number; to: number } {
  const beside = isSure(known) && (known.to === from || known.from === to);
  return beside ? { from: Math.min(known.from, from), to: Math.max(known.to, to) } : { from, to };
}

function score(index: NameIndex, { from, to, quality, document }: NameMatch): number {
  return (to - from) * 2 + quality + (index.documents[document]?.weight ?? 0) * 0.3;
}

/** What a place is, said behind its name: 开平市, "Kaiping Shi", "Kaiping City". */
const kindOfPlace = {
  han: /(街道|社区|[市县区镇村])$/u,
  latin: /(shi|xian|qu|zhen|cun|city|county|district|town|village)$/,
};

function exact(index: NameIndex, span: Span, units: number, note: Note): void {
  const whole = span.from === 0 && span.to === units;
  if (span.script === "mixed") {
    for (const reading of readAloud(index, span.text))
      for (const names of [index.latin, index.surnames])
        for (const named of names.get(reading) ?? []) if (spoken.has(named.via)) note(named, span, "variant", 0.9);
    return;
  }
  const names = span.script === "han" ? index.han : index.latin;
  const short = span.text.replace(kindOfPlace[span.script], "");
  if (short.length >= (span.script === "han" ? 2 : 4) && short !== span.text)
    for (const named of names.get(short) ?? [])
      if (named.via !== "word" && index.documents[named.document]?.kind === "place")
        note(named, span, named.via === "name" ? "exact" : "variant", qualities[named.via] - 0.02);
  for (const named of names.get(span.text) ?? []) {
    if (named.via === "initials" && !whole) continue;
    if (span.script === "latin" && !whole && span.text.length < 4) continue;
    note(named, span, named.via === "name" ? "exact" : "variant", qualities[named.via]);
  }
}

/** A village that few know may be what is meant, and so may the county that is spelt nearly so. */
const large = 0.8;

export function isLarge(index: NameIndex, { document }: { document: number }): boolean {
  return (index.documents[document]?.weight ?? 0) >= large;
}

function isSmall(index: NameIndex, matches: Iterable<NameMatch>): boolean {
  const found = [...matches];
  return found.length > 0 && !found.some((one) => isLarge(index, one));
}

function guessLarger(index: NameIndex, spans: Span[], units: number, note: Note): void {
  const whole = spans.find(({ from, to, script }) => from === 0 && to === units && script === "latin");
  if (!whole || whole.text.length < 5) return;
  for (const { named, slips } of withSlips(index, whole.text))
    if (isLarge(index, named)) note(named, whole, "approximate", 0.75 - slips * 0.1);
}

/** Which units stand in a name that was found. */
function covered(units: readonly Unit[], matches: Iterable<Pick<Span, "from" | "to">>): boolean[] {
  const found = units.map(() => false);
  for (const { from, to } of matches) found.fill(true, from, to);
  return found;
}

type Typed = { units: readonly Unit[]; spans: Span[]; elsewhere: Span[] };

function guess(index: NameIndex, { units, spans, elsewhere }: Typed, sure: NameMatch[], note: Note): void {
  const known = covered(units, [...sure, ...elsewhere]);
  const read = spans.filter(({ script, text }) => script === "latin" && isTelling(text) && isRead(index.aloud(), text));
  for (const span of spans) {
    const own = units.slice(span.from, span.to);
    const whole = own.length === units.length;
    if (own.some((_, at) => known[span.from + at])) continue;
    if (own.some((_, at) => saysCountry(units, span.from + at))) continue;
    if (span.script === "han" && whole) guessHan(index, span, note);
    const isRest = units.every((_, at) => known[at] !== (span.from <= at && at < span.to));
    if (span.script === "han" && isRest && !whole) guessInside(index, span, sure, note);
    if (span.script !== "latin" || /\d/.test(span.text) || span.text.length < (whole ? 4 : 5)) continue;
    if (own.every(({ text }) => isWord(index, text) || meaningless(text))) continue;
    for (const { named, slips, unlikely } of withSlips(index, span.text))
      note(named, span, "approximate", (0.85 - slips * 0.1 - unlikely * 0.08) * surely(named));
    // What is a slip away from a common word, or read like a piece of a name, is no village that sounds a little like it.
    const isPiece = read.some(({ from, to }) => from < span.to && to > span.from);
    const isOther = isPiece || (own.length === 1 && span.text.length > 5 && isMisspelt(span.text));
    for (const { named, unlike } of withSound(index, span.text))
      if (!isOther || isLarge(index, named)) note(named, span, "approximate", (0.74 - unlike * 0.2) * surely(named));
  }
}

/** A word of a name says less than all of it. */
const surely = ({ via }: Named) => (via === "word" ? 0.95 : 1);

/** So large is at least a town. */
export const town = 0.6;

/**
 * One wrong character, or characters that are read like a name. Of two characters one is half of a name, which many
 * bear: it must sound right, or the place be large, and what the portal writes of is no misspelt name.
 */
function guessHan(index: NameIndex, span: Span, note: Note): void {
  const bare = span.text.replace(kindOfPlace.han, "");
  guessAs(index, span, span.text, note);
  if (bare !== span.text && [...bare].length === 2) guessAs(index, span, bare, note);
}

/** The rest of a query behind a place: a name in it with one wrong character, 台山瑞芬, in which the place is known. */
function guessInside(index: NameIndex, span: Span, sure: NameMatch[], note: Note): void {
  const around = new Set(sure.map(({ document }) => index.documents[document]?.slug));
  const bare = span.text.replace(kindOfPlace.han, "");
  for (const typed of new Set([span.text, bare])) {
    if (index.words.has(typed)) continue;
    const pieces = soundingLike(index.aloud(), typed);
    const heard = new Set(namesHeard(index, typed).map(({ document }) => document));
    for (const named of withOneWrong(index, typed)) {
      const alike = heard.has(named.document) || pieces.some((piece) => hanOnly(named.label).startsWith(piece));
      const liesThere = index.documents[named.document]?.places.some((slug) => around.has(slug)) ?? false;
      if (liesThere && (alike || pieces.length === 0))
        note(named, span, "approximate", (alike ? 0.75 : 0.6) * qualities[named.via]);
    }
  }
}

/** The names that are read like some Han. */
function namesHeard(index: NameIndex, typed: string): Named[] {
  return readAloud(index, typed)
    .flatMap((reading) => index.latin.get(reading) ?? [])
    .filter(({ via }) => spoken.has(via));
}

function guessAs(index: NameIndex, span: Span, typed: string, note: Note): void {
  const short = [...typed].length === 2;
  if (short && index.words.has(typed)) return;
  const heard = namesHeard(index, typed);
  const alike = new Set(heard.map(({ document }) => document));
  // Where it sounds like a piece of a name, as 雕楼 does like 碉楼, no other character is wrong.
  const meansPiece = short && soundingLike(index.aloud(), typed).length > 0;
  const likely = ({ document }: Named) =>
    alike.has(document) || (!meansPiece && (index.documents[document]?.weight ?? 0) >= town);
  for (const named of withOneWrong(index, typed))
    if (!short || likely(named))
      note(named, span, "approximate", (alike.has(named.document) ? 0.65 : 0.6) * qualities[named.via]);
  for (const named of heard) if (isLarge(index, named)) note(named, span, "approximate", 0.55);
}

/** "台shan" and "kai平": the Han characters read aloud and joined with the letters beside them. */
function readAloud(index: NameIndex, text: string): string[] {
  let readings = [""];
  for (const character of text) {
    const next = /[a-z]/.test(character) ? [character] : [...readingsOf(index, character)];
    if (next.length === 0) return [];
    readings = readings.flatMap((start) => next.map((syllable) => start + syllable)).slice(0, 64);
  }
  return readings;
}
