import type { PackedName } from "./packed";

/** A name that may be meant, and the spelling of it that was typed when it is another one. */
export type Offer = { name: PackedName; spelling: string | null };

type Key = { text: string; label: string | null };

/** What stands before the first key and behind each. */
const lineEnd = "\n";

/** Keys as one text between line ends, which is looked through faster than many: where each begins, and whose it is. */
type Keys = { text: string; starts: number[]; owners: number[]; labels: (string | null)[] };

/** Names made ready to be offered, with the character that each Traditional one in them stands for. */
export type Offering = { names: PackedName[]; han: Keys; latin: Keys; simplified: Map<string, string> };

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
  const ready = names.map((name) => keysOf(name, simplified));
  const [han, latin] = [ready.map((one) => one.han), ready.map((one) => one.latin)];
  return { names, han: inOneText(han), latin: inOneText(latin), simplified };
}

function inOneText(all: Key[][]): Keys {
  const keys: Keys = { text: "", starts: [], owners: [], labels: [] };
  const parts: string[] = [lineEnd];
  let start = lineEnd.length;
  all.forEach((own, owner) => {
    for (const { text, label } of own) {
      keys.starts.push(start);
      keys.owners.push(owner);
      keys.labels.push(label);
      parts.push(text, lineEnd);
      start += text.length + 1;
    }
  });
  keys.starts.push(start);
  return { ...keys, text: parts.join("") };
}

function keysOf({ kind, names, labels }: PackedName, simplified: Map<string, string>): { han: Key[]; latin: Key[] } {
  const spellingIn = kind === "surname" ? spellingBeforeHan : () => null;
  const all: Key[] = [...new Set(Object.values(names))].map((text): Key => ({ text, label: spellingIn(text) }));
  all.push(...labels.map((text): Key => ({ text, label: text })));
  const han = all.flatMap(({ text, label }) => keyOf(asSimplified(text, simplified).replace(hanOnly, ""), label, 1));
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
  return { han, latin: [...latin, ...initials] };
}

/** "Chan" of the family name "Chan (陳)". In Chinese it is called 陳 alone, which does not show that Chan was typed. */
function spellingBeforeHan(name: string): string | null {
  return /^(.+) \(\p{Script=Han}+\)$/u.exec(name)?.[1] ?? null;
}

function keyOf(text: string, label: string | null, least = 2): Key[] {
  return text.length < least ? [] : [{ text, label }];
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
export function offersFor({ names, han, latin, simplified }: Offering, typed: string, limit: number): Offer[] {
  const text = typed.slice(0, 80).toWellFormed().normalize("NFKC");
  const characters = asSimplified(text, simplified).replace(hanOnly, "");
  const letters = lettersOf(text);
  const [keys, sought, least] = characters === "" ? [latin, letters, 2] : [han, characters, 1];
  const best = bestOf(keys, sought, least);
  const offers: Offer[] = [];
  const offer = (owner: number, key: number) => {
    const name = names[owner];
    if (name && offers.length < limit) offers.push({ name, spelling: keys.labels[key] ?? null });
  };
  for (const score of [3, 2, 1]) for (const [owner, found] of best) if (found.score === score) offer(owner, found.key);
  if (characters === "" && letters.length >= 4 && offers.length < limit)
    for (const [owner, key] of nearTo(latin, letters, best, limit - offers.length)) offer(owner, key);
  return offers;
}

type Best = Map<number, { key: number; score: number }>;

/** Of each name the key that is typed whole (3), begun (2) or, from more than `least` characters on, stands inside (1). */
function bestOf({ text, starts, owners }: Keys, typed: string, least: number): Best {
  const best: Best = new Map();
  if (typed === "") return best;
  // What is too short to be looked for inside of keys stands at the beginning of one: behind the end of the one before.
  const sought = typed.length > least ? typed : `${lineEnd}${typed}`;
  const before = sought.length - typed.length;
  let key = 0;
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    while ((starts[key + 1] ?? text.length) <= at + before) key += 1;
    const [start = 0, owner = 0, next = text.length] = [starts[key], owners[key], starts[key + 1]];
    const score = at + before > start ? 1 : next - start - 1 === typed.length ? 3 : 2;
    if (score > (best.get(owner)?.score ?? 0)) best.set(owner, { key, score });
  }
  return best;
}

/** The first `most` names not found yet that begin as what is typed but for one slip, each with the key that does. */
function nearTo({ text, starts, owners }: Keys, typed: string, found: Best, most: number): Map<number, number> {
  const near = new Map<number, number>();
  const [first, second] = [typed.charCodeAt(0), typed.charCodeAt(1)];
  for (let key = 0; key < owners.length && near.size < most; key += 1) {
    const start = starts[key] ?? 0;
    const [one, two] = [text.charCodeAt(start), text.charCodeAt(start + 1)];
    // One slip leaves one of the first two letters in its place or beside it: for most keys it does not.
    if (one !== first && two !== second && one !== second && two !== first) continue;
    const next = starts[key + 1] ?? 0;
    if (!oneSlip(typed, text, start, Math.min(next - 1, start + typed.length))) continue;
    const owner = owners[key] ?? 0;
    if (!found.has(owner) && !near.has(owner)) near.set(owner, key);
  }
  return near;
}

/** Whether a word is a part of a text but for one letter too many, too few or wrong, or two exchanged. */
function oneSlip(word: string, text: string, start: number, end: number): boolean {
  const longer = word.length - (end - start);
  if (longer > 1 || longer < -1) return false;
  let at = 0;
  while (at < word.length && start + at < end && word.charCodeAt(at) === text.charCodeAt(start + at)) at += 1;
  const here = start + at;
  if (goesOn(word, at + 1, text, here + 1, end)) return true;
  if (goesOn(word, at + 1, text, here, end) || goesOn(word, at, text, here + 1, end)) return true;
  const exchanged = word[at] === text[here + 1] && word[at + 1] === text[here];
  return exchanged && goesOn(word, at + 2, text, here + 2, end);
}

/** Whether the rest of a word from one letter on is the rest of a part of a text from another on. */
function goesOn(word: string, inWord: number, text: string, inText: number, end: number): boolean {
  if (word.length - inWord !== end - inText) return false;
  for (let step = 0; inWord + step < word.length; step += 1)
    if (word.charCodeAt(inWord + step) !== text.charCodeAt(inText + step)) return false;
  return true;
}
