import { pinyin as readAloud } from "pinyin-pro";
import { readAllAloud, type Aloud } from "./likeness/aloud";
import { letters, patternsOf } from "./likeness/distance";
import type { Label, SearchDocument } from "./document";
import { fold, hanOnly, joined } from "./fold";
import { soundsOf } from "./likeness/sound";
import { conceptsBy, synonymsOf } from "./synonyms";
import { indexTokens, stemOf, wordToken } from "./tokens";

/** Rank of a way to be named: the official name first, then listed spellings, readings, words of a name, initials. */
const ranks = {
  name: 0,
  alias: 1,
  historic: 1,
  portuguese: 1,
  english: 1,
  pinyin: 2,
  jyutping: 2,
  family: 1,
  related: 3,
  word: 4,
  initials: 5,
} as const;
export type Via = keyof typeof ranks;

export type Named = { document: number; label: string; via: Via; rank: number };

/** All names of all things that have names, ready to be asked. Lives in the memory of the process. */
export type NameIndex = {
  documents: SearchDocument[];
  byKey: Map<string, SearchDocument>;
  han: Map<string, Named[]>;
  latin: Map<string, Named[]>;
  /** Rows of sounds, with the names that sound so. */
  sound: Map<string, Named[]>;
  /** Latin keys by length, with their letters as bits, for slips. */
  byLength: Map<number, { key: string; bits: number }[]>;
  /** Han names with one character left open, for queries with one wrong. */
  open: Map<string, Named[]>;
  /** The words of what is written, with the number of things in which each stands. */
  words: Map<string, number>;
  /** The same words by the beginning that their forms share. */
  stems: Map<string, string[]>;
  /** Family names by Han and by Latin spelling. */
  surnames: Map<string, Named[]>;
  /** Readings of single characters, for queries that mix scripts. */
  readings: Map<string, Set<string>>;
  /** Pieces of the names of all that people know by the words of its name, by their sound. Made when first asked for. */
  aloud: () => Aloud;
};

const generic = new Set(
  "museum museu park parque overseas chinese chineses ultramarinos jiangmen wuyi street town road rua village aldeia island ilha river old station legal posto project projecto platform plataforma municipal centre centro cooperation".split(
    " ",
  ),
);

/** Ways to write a name that follow its sound. */
const heard: ReadonlySet<Via> = new Set(["jyutping", "historic", "portuguese", "pinyin"]);

/** Builds the index from all documents that are looked for by name. */
export function buildNames(documents: SearchDocument[]): NameIndex {
  const index: NameIndex = {
    documents,
    byKey: new Map(documents.map((document) => [document.key, document])),
    han: new Map(),
    latin: new Map(),
    sound: new Map(),
    byLength: new Map(),
    open: new Map(),
    words: new Map(),
    stems: new Map(),
    surnames: new Map(),
    readings: new Map(),
    aloud: once(() => readAllAloud(documents.filter(isTold).flatMap(({ lines }) => [lines.names, lines.labels]))),
  };
  documents.forEach((document, number) => {
    if (document.kind === "surname") {
      addSurname(index, number, document);
      return;
    }
    const names: Label[] = Object.values(document.names).map((text) => ({ text, kind: "alias" }));
    for (const { text } of names) addName(index, number, text, "name");
    for (const { text, kind } of document.labels) addName(index, number, text, kind);
    readCharacters(index, document);
    if (isTold(document)) {
      countWords(index, document);
      for (const { text } of [...names, ...document.labels]) addReading(index, number, text);
    }
  });
  for (const word of index.words.keys()) {
    const stem = stemOf(word);
    index.stems.set(stem, [...(index.stems.get(stem) ?? []), word]);
  }
  for (const key of index.latin.keys()) {
    const same = index.byLength.get(key.length) ?? [];
    same.push({ key, bits: letters(key) });
    index.byLength.set(key.length, same);
  }
  return index;
}

/** Whether people know a thing by the words of its name: not a place where they come from, or a family. */
const isTold = ({ kind, homes }: SearchDocument) => kind !== "surname" && (kind !== "place" || homes !== undefined);

function once<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

function addName(index: NameIndex, document: number, text: string, via: Exclude<Via, "word" | "initials">): void {
  const named = (by: Via): Named => ({ document, label: text, via: by, rank: ranks[by] });
  const han = hanOnly(text);
  if (han.length > 0) {
    put(index.han, han, named(via));
    for (const pattern of patternsOf(han)) put(index.open, pattern, named(via));
    const short = han.replace(/(街道|镇|市|区|县|村|社区)$/u, "");
    if (short !== han && short.length >= 2) put(index.han, short, named(via));
    const whole = fold(text).replace(/[\s\p{P}]/gu, "");
    if (whole !== han) put(index.han, whole, named(via));
    return;
  }
  const plain = via === "jyutping" ? fold(text).replace(/[1-6]/g, "") : fold(text);
  const key = joined(plain);
  if (key.length < 2) return;
  put(index.latin, key, named(via));
  if (heard.has(via)) put(index.sound, soundsOf(key, via === "jyutping" ? "jyutping" : "any"), named(via));
  const words = plain.split(/[^a-z0-9]+/).filter(Boolean);
  if (via === "pinyin") addInitials(index, plain, named("initials"));
  if (via === "name" || via === "english" || via === "portuguese") {
    for (const word of words)
      if (words.length > 1 && word.length >= 5 && !generic.has(word)) put(index.latin, word, named("word"));
  }
}

/** A name in Chinese for which nobody listed a reading is found as it is read in Mandarin. */
function addReading(index: NameIndex, document: number, text: string): void {
  if (!/^\p{Script=Han}{3,12}$/u.test(text)) return;
  const key = joined(readAloud(text, { toneType: "none" }));
  put(index.latin, key, { document, label: text, via: "pinyin", rank: ranks.pinyin });
}

function addInitials(index: NameIndex, pinyin: string, named: Named): void {
  const words = pinyin.split(/[^a-z0-9]+/).filter(Boolean);
  if (words.length > 1) put(index.latin, words.map((word) => word[0]).join(""), named);
}

/** Family names of so many letters may be misspelt; shorter ones are too much like each other to be guessed at. */
const unmistakable = 6;

function addSurname(index: NameIndex, number: number, { names, labels }: SearchDocument): void {
  const named = (label: string, via: Exclude<Via, "word" | "initials">): Named => ({
    document: number,
    label,
    via,
    rank: ranks[via],
  });
  for (const text of [names["zh-Hans"], names["zh-Hant"]]) put(index.surnames, hanOnly(text), named(text, "name"));
  for (const { text, kind } of labels) {
    const key = joined(kind === "jyutping" ? fold(text).replace(/[1-6]/g, "") : text);
    put(index.surnames, key, named(text, kind));
    if (key.length >= unmistakable) put(index.latin, key, named(text, kind));
    if (kind === "pinyin")
      addInitials(index, fold(text), { ...named(text, kind), via: "initials", rank: ranks.initials });
  }
}

/**
 * How a character is read, without tones: as names of places here read it, or as a dictionary does. Most who take one
 * character for another type by sound.
 */
export function readingsOf({ readings }: NameIndex, character: string): ReadonlySet<string> {
  const known = readings.get(character);
  if (known) return known;
  const read = readAloud(character, { type: "array", toneType: "none", multiple: true });
  return new Set(read.map(joined).filter((reading) => reading !== ""));
}

/** Learns how the characters of a name are read from a name whose reading has as many syllables. */
function readCharacters(index: NameIndex, document: SearchDocument): void {
  for (const { text, kind } of document.labels) {
    if (kind !== "pinyin" && kind !== "jyutping") continue;
    const syllables = fold(text).replace(/[1-6]/g, "").split(/\s+/).filter(Boolean);
    const characters = [...hanOnly(document.names["zh-Hans"]).replace(/(街道|镇)$/u, "")];
    if (syllables.length !== characters.length) continue;
    characters.forEach((character, at) => {
      const known = index.readings.get(character) ?? new Set();
      known.add(syllables[at] ?? "");
      index.readings.set(character, known);
    });
  }
}

function put(map: Map<string, Named[]>, key: string, named: Named): void {
  const known = map.get(key);
  if (!known) map.set(key, [named]);
  else if (!known.some((one) => one.document === named.document && one.rank <= named.rank)) known.push(named);
}

/** Whether the portal knows a word: it writes it, another form of it, or something that means the same. */
export function isWord({ words, stems }: NameIndex, text: string): boolean {
  const token = wordToken(text);
  const stem = stemOf(token);
  return words.has(token) || synonymsOf(token).length > 1 || stems.has(stem) || conceptsBy(stem).length > 0;
}

/** Old spellings of a place are no words, but names: whoever writes one a little otherwise means the place. */
function countWords(index: NameIndex, { kind, lines }: SearchDocument): void {
  const labels = kind === "place" ? lines.labels.replace(/[^\p{Script=Han}]+/gu, " ") : lines.labels;
  for (const token of indexTokens(`${lines.names} ${labels} ${lines.text}`))
    index.words.set(token, (index.words.get(token) ?? 0) + 1);
}
