import { fold } from "./fold";

export type Segment = { text: string; hit: boolean };

/** The text cut where tokens of the query stand in it, in whichever script it is written. */
export function highlight(text: string, tokens: readonly string[]): Segment[] {
  const characters = [...text];
  const folded: string[] = [];
  const origin: number[] = [];
  characters.forEach((character, at) => {
    for (const one of fold(character)) {
      folded.push(one);
      origin.push(at);
    }
  });
  const plain = folded.join("");
  const hits = new Set<number>();
  for (const token of tokens) {
    if (token.length < 2 && !/\p{Script=Han}/u.test(token)) continue;
    for (let from = plain.indexOf(token); from >= 0; from = plain.indexOf(token, from + 1)) {
      const latin = /^[a-z0-9]/.test(token);
      if (latin && /[a-z0-9]/.test(plain[from - 1] ?? "")) continue;
      for (let at = from; at < from + token.length; at += 1) hits.add(origin[at] ?? -1);
    }
  }
  const segments: Segment[] = [];
  characters.forEach((character, at) => {
    const hit = hits.has(at);
    const last = segments.at(-1);
    if (last && last.hit === hit) last.text += character;
    else segments.push({ text: character, hit });
  });
  return segments;
}
