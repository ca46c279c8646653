import { fold, joined } from "./fold";
import { withOneWrong, withSlips, type Named, type NameIndex } from "./names";
import { soundKey } from "./sound";
import { parts } from "./tokens";

export type MatchKind = "exact" | "variant" | "approximate";

/** A thing whose name stands in the query. */
export type NameMatch = {
  document: number;
  match: MatchKind;
  label: string;
  via: Named["via"];
  /** The piece of the folded query that is this name. */
  piece: string;
  /** Whether the whole query is this name. */
  whole: boolean;
  score: number;
};

type Piece = { text: string; han: boolean; whole: boolean };
const longestName = 14;

/** The things named in a query, best first, each once. Approximate ones only where nothing is named exactly. */
export function matchNames(index: NameIndex, query: string, limit = 20): NameMatch[] {
  const pieces = piecesOf(query);
  const best = new Map<number, NameMatch>();
  const note = (named: Named, piece: Piece, match: MatchKind, score: number) => {
    const weight = index.documents[named.document]?.weight ?? 0;
    const length = Math.min(piece.text.length / (piece.han ? 4 : 12), 1);
    const total = score - named.rank * 8 + weight * 6 + length * 3 + (piece.whole ? 20 : 0);
    const known = best.get(named.document);
    if (!known || known.score < total) {
      best.set(named.document, {
        document: named.document,
        match,
        label: named.label,
        via: named.via,
        piece: piece.text,
        whole: piece.whole,
        score: total,
      });
    }
  };
  for (const piece of pieces) {
    for (const named of (piece.han ? index.han : index.latin).get(piece.text) ?? []) {
      if (named.via === "initials" && !piece.whole) continue;
      if (named.via === "word" && piece.text.length < 5) continue;
      note(named, piece, named.rank === 0 ? "exact" : "variant", 100);
    }
  }
  if (best.size === 0)
    for (const piece of mixed(index, query))
      for (const named of index.latin.get(piece.text) ?? []) note(named, piece, "variant", 80);
  if (best.size === 0) for (const piece of pieces) guess(index, piece, note);
  return [...best.values()]
    .toSorted((one, other) => other.score - one.score || one.document - other.document)
    .slice(0, limit);
}

function guess(
  index: NameIndex,
  piece: Piece,
  note: (named: Named, piece: Piece, match: MatchKind, score: number) => void,
): void {
  if (piece.han) {
    if (piece.whole) for (const named of withOneWrong(index, piece.text)) note(named, piece, "approximate", 50);
    return;
  }
  if (piece.text.length < 4 || /\d/.test(piece.text)) return;
  for (const { named, slips } of withSlips(index, piece.text)) note(named, piece, "approximate", 64 - slips * 12);
  for (const named of index.sound.get(soundKey(piece.text)) ?? []) note(named, piece, "approximate", 48);
}

/** The runs of the query that may be a name: the whole, spans of words, and pieces of Han runs. */
function piecesOf(query: string): Piece[] {
  const found = parts(query);
  const words = found.map(({ kind, text }) => ({
    kind,
    text: kind === "latin" ? text.replace(/(?<=[a-z])[1-6]$/, "") : text,
  }));
  const pieces: Piece[] = [];
  const whole = fold(query).replace(/[\s\p{P}]/gu, "");
  if (/\p{Script=Han}/u.test(whole)) pieces.push({ text: whole, han: true, whole: true });
  for (let from = 0; from < Math.min(words.length, 12); from += 1) {
    const word = words[from];
    if (word?.kind === "han") pieces.push(...hanPieces(word.text, words.length === 1));
    let text = "";
    for (let to = from; to < Math.min(words.length, from + 6) && words[to]?.kind === "latin"; to += 1) {
      text += words[to]?.text ?? "";
      if (text.length >= 2)
        pieces.push({ text: joined(text), han: false, whole: from === 0 && to === words.length - 1 });
    }
  }
  return pieces;
}

function hanPieces(run: string, alone: boolean): Piece[] {
  const characters = [...run].slice(0, 40);
  const pieces: Piece[] = [];
  for (let from = 0; from < characters.length; from += 1) {
    for (let to = from + 2; to <= Math.min(characters.length, from + longestName); to += 1) {
      pieces.push({
        text: characters.slice(from, to).join(""),
        han: true,
        whole: alone && from === 0 && to === characters.length,
      });
    }
  }
  return pieces;
}

/** "台shan" and "kai平": the Han characters are read aloud and joined with the letters beside them. */
function mixed(index: NameIndex, query: string): Piece[] {
  const folded = fold(query).replace(/[\s'’-]/gu, "");
  if (!/\p{Script=Han}/u.test(folded) || !/[a-z]/.test(folded)) return [];
  let readings = [""];
  for (const character of folded) {
    const known = [...(index.readings.get(character) ?? [])];
    const next = /[a-z]/.test(character) ? [character] : known;
    if (next.length === 0) return [];
    readings = readings.flatMap((start) => next.map((syllable) => start + syllable)).slice(0, 64);
  }
  return readings.map((text) => ({ text, han: false, whole: true }));
}
