import * as OpenCC from "opencc-js";
import type { SearchDocument } from "~/domain/finding/document";

export type Case = { text: string; expected: string; className: string };

const toTaiwan = OpenCC.Converter({ from: "cn", to: "tw" });
const toHongKong = OpenCC.Converter({ from: "cn", to: "hk" });
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");
const wide = (text: string) => text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

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

/** Queries over every name, in every way in which people write it, each with the thing it must find. */
export function casesOf(documents: SearchDocument[], seed: number): Case[] {
  const random = randomOf(seed);
  const strange = [..."龘魍鱻麤靐齉"];
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
    return [
      ...of("simplified", hans),
      ...of("traditional", document.names["zh-Hant"]),
      ...of("hong kong", toHongKong(hans)),
      ...of("taiwan", toTaiwan(hans)),
      ...of("pinyin", joined),
      ...of("pinyin, spaced", plain(pinyin)),
      ...of("pinyin, toned", pinyin),
      ...of("pinyin, full width", wide(joined)),
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
        "mixed",
        syllables.length === characters.length && characters.length > 1
          ? (characters[0] ?? "") + syllables.slice(1).join("")
          : "",
      ),
      ...document.labels
        .filter(({ kind }) => kind === "historic" || kind === "portuguese" || kind === "english")
        .flatMap(({ text, kind }) => of(`${kind}, listed`, text)),
    ];
  });
}
