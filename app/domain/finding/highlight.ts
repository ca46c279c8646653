import { foldCharacter, hanOnly } from "./fold";
import { meaningless, parts, wordToken } from "./tokens";

export type Segment = { text: string; hit: boolean };

/** The text cut where tokens of the query stand in it, in whichever script it is written: Han as it is, words whole. */
export function highlight(text: string, tokens: readonly string[]): Segment[] {
  const characters = [...text];
  const folded = characters.map(foldCharacter);
  const plain = folded.join("");
  const marks = new Uint8Array(plain.length);
  const words = new Set<string>();
  for (const token of tokens) {
    if (!/\p{Script=Han}/u.test(token)) words.add(token);
    else
      for (let from = plain.indexOf(token); from >= 0; from = plain.indexOf(token, from + 1))
        marks.fill(1, from, from + token.length);
  }
  if (words.size > 0)
    for (const { 0: word, index } of plain.matchAll(/[^\P{L}\p{Script=Han}]+|\p{N}+/gu))
      if (words.has(wordToken(word))) marks.fill(1, index, index + word.length);
  const segments: Segment[] = [];
  let at = 0;
  characters.forEach((character, number) => {
    const end = at + (folded[number]?.length ?? 0);
    const hit = marks.subarray(at, end).includes(1);
    const last = segments.at(-1);
    if (last && last.hit === hit) last.text += character;
    else segments.push({ text: character, hit });
    at = end;
  });
  return segments;
}

/** What marks a name in a text, in whichever script and language it stands there: all of its Han, each of its words. */
export function wordsOfName(name: string): string[] {
  const han = hanOnly(name);
  if (han !== "") return [han];
  return parts(name)
    .map(({ text }) => wordToken(text))
    .filter((word) => word.length > 2 && !meaningless(word));
}
