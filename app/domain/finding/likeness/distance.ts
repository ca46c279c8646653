/**
 * How many slips (a letter too many, too few, wrong, or two exchanged) lie between two words, or `limit + 1` when more.
 */
export function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let value = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        value = Math.min(value, (before[j - 2] ?? 0) + 1);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[other.length] ?? limit + 1, limit + 1);
}

const keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const keys = new Map(keyboard.flatMap((row, y) => [...row].map((letter, x) => [letter, { x: x + y / 2, y }] as const)));

function areNeighbours(one: string, other: string): boolean {
  const [a, b] = [keys.get(one), keys.get(other)];
  return a !== undefined && b !== undefined && Math.abs(a.x - b.x) <= 1 && Math.abs(a.y - b.y) <= 1;
}

/**
 * How unlikely it is, from 0 to 1, that somebody who meant one word typed the other, one slip away. A word has few
 * letters to leave out and few pairs to exchange, but each of its letters may become any other one, most likely one
 * beside it on the keyboard.
 */
export function unlikelihood(typed: string, meant: string): number {
  if (typed.length < meant.length) return 0;
  let at = 0;
  while (at < meant.length && typed[at] === meant[at]) at += 1;
  const [now, next] = [typed[at] ?? "", typed[at + 1] ?? ""];
  if (typed.length > meant.length) return now === typed[at - 1] || areNeighbours(now, next) ? 0.5 : 1;
  if (now === meant[at + 1] && next === meant[at]) return 0;
  return areNeighbours(now, meant[at] ?? "") ? 0.5 : 1;
}

/** The letters of a word as bits: two words within n slips differ in at most 2n of them. */
export function letters(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) {
    const code = word.charCodeAt(index) - 97;
    if (code >= 0 && code < 26) bits |= 1 << code;
  }
  return bits;
}

export function bitCount(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** A name with each of its characters left open in turn: what two names share that differ in one. */
export function patternsOf(name: string): string[] {
  const characters = [...name];
  if (characters.length < 2) return [];
  return characters.map((_, at) => [...characters.slice(0, at), "*", ...characters.slice(at + 1)].join(""));
}
