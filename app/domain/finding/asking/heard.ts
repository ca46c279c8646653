import type { Answer, Asked } from "./asked";
import { blurred, isReading, isTelling, soundingLike } from "../likeness/aloud";
import { isLarge, isSure, type NameMatch } from "../match";
import { isWord, type NameIndex } from "../names";
import { spansOf, type Span, type Unit } from "../query";

/** What sounds like a piece of a name, and what is spelt to the letter as it is read. */
const worth = { alike: 0.7, read: 0.85 };
/** So many letters are no word of another language by chance. */
const fewest = 5;
const mostPieces = 3;

/** Whether a unit belongs to a name that was typed as it is listed. */
export function isNamed(matches: readonly NameMatch[], at: number): boolean {
  return matches.some((one) => isSure(one) && one.from <= at && at < one.to);
}

/**
 * The parts of a query in Latin letters that are read like a piece of a name of the portal's own things: "diu1 lau4",
 * "kaipingdiaolou". Longest first; none where words of the portal stand, a county, or a listed name that is no part of it:
 * 路灯 is read like two families.
 */
export function heardIn(index: NameIndex, units: readonly Unit[], matches: readonly NameMatch[]): Asked[] {
  const sure = matches.filter(isSure);
  const stands = ({ from, to }: Span) =>
    sure.some((one) => one.from < to && one.to > from && (one.to - one.from >= to - from || isLarge(index, one)));
  const taken = units.map(() => false);
  return spansOf(units)
    .filter(({ script, text }) => script === "latin" && text.length >= fewest && !/\d/.test(text))
    .toSorted((one, other) => other.text.length - one.text.length)
    .flatMap((span) => {
      const { from, to, text } = span;
      if (taken.slice(from, to).some(Boolean) || stands(span)) return [];
      const pieces = index.aloud().get(blurred(text)) ?? [];
      if (pieces.length === 0 || units.slice(from, to).every((unit) => isWord(index, unit.text))) return [];
      taken.fill(true, from, to);
      return askedFor(from, to, text, pieces);
    });
}

/** The pairs of characters of the pieces, one after the other, as the index holds pairs. */
function askedFor(from: number, to: number, text: string, pieces: string[]): Asked[] {
  const read = isTelling(text) ? pieces.filter((piece) => isReading(piece, text)) : [];
  const sure = read.length > 0;
  const meant = (sure ? read : pieces).slice(0, mostPieces).map((piece) => [...piece]);
  return Array.from({ length: Math.max(...meant.map(({ length }) => length)) - 1 }, (_, at) => ({
    from,
    to,
    needed: true,
    answers: meant
      .filter(({ length }) => length > at + 1)
      .map((piece) => answer(piece.slice(at, at + 2).join(""), sure ? worth.read : worth.alike, !sure)),
  }));
}

/** What a pair of characters that the portal writes nowhere sounds like: 雕楼 is meant for 碉楼. */
export function soundsLike(index: NameIndex, pair: string): Answer[] {
  if (index.words.has(pair)) return [];
  return soundingLike(index.aloud(), pair)
    .slice(0, mostPieces)
    .map((piece) => answer(piece, worth.alike, true));
}

const answer = (token: string, value: number, guessed: boolean): Answer => ({ token, worth: value, guessed });
