import * as OpenCC from "opencc-js";
import type { SearchDocument } from "~/domain/finding/document";

export type Case = { text: string; expected: string; className: string };

const toTaiwan = OpenCC.Converter({ from: "cn", to: "tw" });
const toHongKong = OpenCC.Converter({ from: "cn", to: "hk" });
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");
const wide = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).replace(/ /g, "\u3000");

/** A small generator of numbers from 0 to 1, the same for the same seed. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function slipped(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = String.fromCharCode(97 + Math.floor(random() * 26));
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1);
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}

/** The scripts and widths in which one Chinese name is typed. All of them are one query. */
export function scriptsOf(hans: string): string[] {
  const hongKong = toHongKong(hans);
  return [...new Set([hans, hongKong, toTaiwan(hans), wide(hans), ` ${hans}\u3000`])];
}

const digits = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ";
/** "tái shān" as "tai2 shan1". */
const toneDigits = (pinyin: string) =>
  pinyin
    .split(" ")
    .map((syllable) => {
      const mark = [...syllable.normalize("NFC")].find((letter) => digits.includes(letter));
      return plain(syllable) + (mark ? (digits.indexOf(mark) % 4) + 1 : "");
    })
    .join(" ");

/** Characters by how they are read, from all names whose reading has as many syllables. */
function soundingAlike(documents: SearchDocument[]): Map<string, string[]> {
  const by = new Map<string, string[]>();
  for (const { names, labels } of documents) {
    const syllables = plain(labels.find(({ kind }) => kind === "pinyin")?.text ?? "").split(" ");
    const characters = [...names["zh-Hans"]];
    if (syllables.length !== characters.length) continue;
    for (const [at, character] of characters.entries()) {
      const known = by.get(syllables[at] ?? "") ?? [];
      if (!known.includes(character)) by.set(syllables[at] ?? "", [...known, character]);
    }
  }
  return by;
}

/** Queries over every name, in every way in which people write it, each with the thing it must find. */
export function casesOf(documents: SearchDocument[], seed: number): Case[] {
  const random = randomOf(seed);
  const strange = [..."龘魍鱻麤靐齉"];
  const alike = soundingAlike(documents);
  const counties = new Map(documents.filter(({ weight }) => weight >= 0.8).map((one) => [one.slug, one]));
  return documents.flatMap((document): Case[] => {
    const hans = document.names["zh-Hans"];
    const reading = (kind: string) => document.labels.find((label) => label.kind === kind)?.text ?? "";
    const pinyin = reading("pinyin");
    const jyutping = reading("jyutping");
    const joined = plain(pinyin).replace(/[^a-z]/g, "");
    const characters = [...hans];
    const of = (className: string, text: string): Case[] =>
      text.length < 2 ? [] : [{ text, expected: document.key, className }];
    const syllables = plain(pinyin).split(" ");
    const spelt = syllables.length === characters.length && characters.length > 1;
    const other = (alike.get(syllables[1] ?? "") ?? []).find((one) => one !== characters[1]);
    const county = document.places.map((slug) => counties.get(slug)).find((one) => one && one.key !== document.key);
    return [
      ...of("simplified", hans),
      ...of("traditional", document.names["zh-Hant"]),
      ...of("hong kong", toHongKong(hans)),
      ...of("taiwan", toTaiwan(hans)),
      ...of("spaced characters", characters.length > 1 && !/[^\p{Script=Han}]/u.test(hans) ? characters.join(" ") : ""),
      ...of("with what it is", document.kind === "place" && !/[村镇市县区]$/u.test(hans) ? `${hans}村` : ""),
      ...of("pinyin", joined),
      ...of("pinyin, spaced", plain(pinyin)),
      ...of("pinyin, toned", pinyin),
      ...of("pinyin, tone digits", toneDigits(pinyin)),
      ...of("pinyin, full width", wide(joined)),
      ...of("pinyin, capitals", plain(pinyin).toUpperCase()),
      ...of("initials", syllables.length > 1 ? syllables.map((one) => one[0] ?? "").join("") : ""),
      ...of("jyutping", jyutping.replace(/[0-9 ]/g, "")),
      ...of("jyutping, toned", jyutping),
      ...of("jyutping, joined tones", jyutping.replace(/ /g, "")),
      ...of("one slip", joined.length >= 6 ? slipped(joined, random) : ""),
      ...of(
        "one wrong character",
        characters.length >= 3
          ? characters.with(1, strange[Math.floor(random() * strange.length)] ?? "龘").join("")
          : "",
      ),
      ...of(
        "one like-sounding character",
        spelt && other && characters.length >= 3 ? characters.with(1, other).join("") : "",
      ),
      ...of("mixed", spelt ? (characters[0] ?? "") + syllables.slice(1).join("") : ""),
      ...of("after its county", county && document.kind === "place" ? county.names["zh-Hans"] + hans : ""),
      ...of(
        "after its county, pinyin",
        county && document.kind === "place" ? `${county.names.en} ${plain(pinyin)}` : "",
      ),
      ...document.labels
        .filter(({ kind }) => kind === "historic" || kind === "portuguese" || kind === "english")
        .flatMap(({ text, kind }) => of(`${kind}, listed`, text)),
    ];
  });
}
