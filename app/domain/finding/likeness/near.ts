import type { Named, NameIndex } from "../names";
import { bitCount, distance, letters, patternsOf, unlikelihood } from "./distance";
import { soundDistance, soundsOf } from "./sound";

/** The slips that a word of so many letters is forgiven. */
export function slipsForgiven(length: number): number {
  return length >= 8 ? 2 : length >= 4 ? 1 : 0;
}

/** The listed Latin names within so many slips, with how unlikely a single slip is, from 0 to 1. */
export function withSlips(
  index: NameIndex,
  key: string,
  limit = slipsForgiven(key.length),
): { named: Named; slips: number; unlikely: number }[] {
  if (limit === 0) return [];
  const bits = letters(key);
  const found: { named: Named; slips: number; unlikely: number }[] = [];
  for (let length = key.length - limit; length <= key.length + limit; length += 1) {
    for (const other of index.byLength.get(length) ?? []) {
      if (bitCount(other.bits ^ bits) > limit * 2 || other.key.length < 4) continue;
      const slips = distance(key, other.key, limit);
      if (slips === 0 || slips > limit) continue;
      const unlikely = slips === 1 ? unlikelihood(key, other.key) : 1;
      for (const named of index.latin.get(other.key) ?? [])
        if (named.via !== "initials") found.push({ named, slips, unlikely });
    }
  }
  return found;
}

/** The names that sound like a spelling, with how unlike they sound: up to about one doubtful sound in a syllable. */
export function withSound(index: NameIndex, key: string): { named: Named; unlike: number }[] {
  const sounds = soundsOf(key);
  const limit = 0.25 + sounds.length * 0.16;
  const found: { named: Named; unlike: number }[] = [];
  for (const [other, all] of index.sound) {
    if (Math.abs(other.length - sounds.length) > 2) continue;
    const unlike = soundDistance(sounds, other, limit);
    if (unlike < limit) for (const named of all) found.push({ named, unlike });
  }
  return found;
}

/** Han names of two characters and more that differ in exactly one character. */
export function withOneWrong(index: NameIndex, run: string): Named[] {
  return patternsOf(run).flatMap((pattern) => index.open.get(pattern) ?? []);
}
