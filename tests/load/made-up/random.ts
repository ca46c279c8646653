import { createHash } from "node:crypto";

/** Numbers for one made-up thing: the same for the same seed, kind and number, whatever was made before it. */
export type Dice = { below: (count: number) => number; of: <T>(list: readonly [T, ...T[]] | readonly T[]) => T };

export function diceOf(seed: number, kind: string, n: number): Dice {
  let state = createHash("sha256").update(`${seed} ${kind} ${n}`).digest().readUInt32LE(0);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(next() * count);
  return { below, of: (list) => list[below(list.length)] as (typeof list)[number] };
}

/** A UUID made of the words given: the same words, the same UUID. */
export function uuidOf(...words: (string | number)[]): string {
  const hex = createHash("sha256").update(words.join(" ")).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
