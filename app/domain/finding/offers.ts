import { distance } from "./distance";
import type { PackedName } from "./packed";

/** A name that may be meant, and the spelling of it that was typed when it is another one. */
export type Offer = { name: PackedName; spelling: string | null };

type Key = { text: string; label: string | null };
type Ready = { name: PackedName; han: Key[]; latin: Key[] };

/** Names made ready to be offered, with the character that each Traditional one in them stands for. */
export type Offering = { ready: Ready[]; simplified: Map<string, string> };

const hanOnly = /[^\p{Script=Han}]/gu;

export function readyToOffer(names: PackedName[]): Offering {
  const simplified = new Map<string, string>();
  for (const { names: own } of names) {
    const [hans, hant] = [[...own["zh-Hans"]], [...own["zh-Hant"]]];
    if (hans.length === hant.length)
      hant.forEach((character, at) => {
        const other = hans[at] ?? character;
        if (other !== character) simplified.set(character, other);
      });
  }
  return { ready: names.map((name) => readyName(name, simplified)), simplified };
}

function readyName(name: PackedName, simplified: Map<string, string>): Ready {
  const { names, labels } = name;
  const all: Key[] = [...new Set(Object.values(names))].map((text): Key => ({ text, label: null }));
  all.push(...labels.map((text): Key => ({ text, label: text })));
  const han = all.flatMap(({ text, label }) => keyOf(asSimplified(text, simplified).replace(hanOnly, ""), label));
  const latin = all.flatMap(({ text, label }) => keyOf(lettersOf(text), label));
  const initials = labels
    .filter((text) => /^[a-z]+( [a-z]+)+$/.test(text))
    .map((text): Key => ({
      text: text
        .split(" ")
        .map((word) => word[0])
        .join(""),
      label: text,
    }));
  return { name, han, latin: [...latin, ...initials] };
}

function keyOf(text: string, label: string | null): Key[] {
  return text.length < 2 ? [] : [{ text, label }];
}

function asSimplified(text: string, simplified: Map<string, string>): string {
  return [...text].map((character) => simplified.get(character) ?? character).join("");
}

/** Latin letters without accents, tones, spaces and signs. */
function lettersOf(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(?<=[a-z\p{M}])[1-6](?![0-9])/gu, "")
    .replace(/[^a-z0-9]/g, "");
}

/** The names that somebody may mean who has typed this much, likeliest first; larger places before smaller ones. */
export function offersFor({ ready, simplified }: Offering, typed: string, limit: number): Offer[] {
  const text = typed.slice(0, 80).toWellFormed().normalize("NFKC");
  const han = asSimplified(text, simplified).replace(hanOnly, "");
  const letters = lettersOf(text);
  const scored = ready.flatMap((one): (Offer & { score: number })[] => {
    const best = han === "" ? bestOf(one.latin, letters, 2) : bestOf(one.han, han, 1);
    return best ? [{ name: one.name, spelling: best.key.label, score: best.score }] : [];
  });
  if (scored.length < limit && han === "" && letters.length >= 4) {
    const found = new Set(scored.map(({ name }) => name));
    for (const { name, latin } of ready)
      if (!found.has(name)) {
        const near = latin.find(({ text: key }) => distance(letters, key.slice(0, letters.length), 1) <= 1);
        if (near) scored.push({ name, spelling: near.label, score: 0.5 });
      }
  }
  return scored
    .toSorted((one, other) => other.score - one.score)
    .slice(0, limit)
    .map(({ name, spelling }) => ({ name, spelling }));
}

/** The key that is typed whole (3), begun (2) or, from `least` characters on, stands inside (1). */
function bestOf(keys: Key[], typed: string, least: number): { key: Key; score: number } | null {
  let best: { key: Key; score: number } | null = null;
  if (typed === "") return null;
  for (const key of keys) {
    const at = key.text.indexOf(typed);
    if (at < 0 || (at > 0 && typed.length <= least)) continue;
    const score = at > 0 ? 1 : key.text.length === typed.length ? 3 : 2;
    if (!best || score > best.score) best = { key, score };
  }
  return best;
}
