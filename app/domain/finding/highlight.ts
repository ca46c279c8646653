import { fold } from "./fold";
import { wordToken } from "./tokens";

export type Segment = { text: string; hit: boolean };

/** The text cut where tokens of the query stand in it, in whichever script it is written: Han as it is, words whole. */
export function highlight(text: string, tokens: readonly string[]): Segment[] {
  const characters = [...text];
  const origin: number[] = [];
  let plain = "";
  characters.forEach((character, at) => {
    const folded = fold(character);
    plain += folded;
    origin.push(...Array.from({ length: folded.length }, () => at));
  });
  const hits = new Set<number>();
  const mark = (from: number, length: number) => {
    for (const at of origin.slice(from, from + length)) hits.add(at);
  };
  const words = new Set<string>();
  for (const token of tokens) {
    if (!/\p{Script=Han}/u.test(token)) words.add(token);
    else
      for (let from = plain.indexOf(token); from >= 0; from = plain.indexOf(token, from + 1)) mark(from, token.length);
  }
  for (const { 0: word, index } of plain.matchAll(/[^\P{L}\p{Script=Han}]+|\p{N}+/gu))
    if (words.has(wordToken(word))) mark(index, word.length);
  const segments: Segment[] = [];
  characters.forEach((character, at) => {
    const hit = hits.has(at);
    const last = segments.at(-1);
    if (last && last.hit === hit) last.text += character;
    else segments.push({ text: character, hit });
  });
  return segments;
}
