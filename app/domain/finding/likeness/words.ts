import type { NameIndex } from "../names";
import { conceptWords } from "../synonyms";
import { bitCount, distance, letters } from "./distance";

const most = 4;

/** Words of the portal, or that mean what it writes, that a misspelt one may be: one slip, two in a long word. */
export function nearWords({ words }: Pick<NameIndex, "words">, token: string): string[] {
  return nearTo(token, new Set([...words.keys(), ...conceptWords]));
}

/** Whether a word is nearly one that everybody uses: "musuem". */
export function isMisspelt(token: string): boolean {
  return nearTo(token, conceptWords).length > 0;
}

function nearTo(token: string, words: Iterable<string>): string[] {
  const limit = token.length >= 8 ? 2 : 1;
  const bits = letters(token);
  const near = (other: string) =>
    Math.abs(other.length - token.length) <= limit &&
    bitCount(letters(other) ^ bits) <= 2 * limit &&
    distance(token, other, limit) <= limit;
  return [...words].filter(near).slice(0, most);
}
