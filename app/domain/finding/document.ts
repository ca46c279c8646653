import type { Localized } from "~/domain/kernel/locale";
import { indexTokens, line, needleOf } from "./tokens";

export const kinds = [
  "initiative",
  "project",
  "programme",
  "proposal",
  "suggestion",
  "issue",
  "event",
  "document",
  "body",
  "station",
  "place",
  "surname",
  "figure",
] as const;
export type Kind = (typeof kinds)[number];

export type LabelKind = "alias" | "historic" | "portuguese" | "english" | "pinyin" | "jyutping" | "family" | "related";
export type Label = { text: string; kind: LabelKind };

/** What is known of one public thing that people may look for. */
export type Findable = {
  kind: Kind;
  slug: string;
  names: Localized;
  /** All other names and readings under which people look for it. */
  labels: Label[];
  /** Words by which people ask for it, in any language: they find it and are not shown. */
  searchWords?: string[] | undefined;
  /** What is written about it, in each language. */
  text: Localized;
  excerpt: Localized;
  functionCode: string | null;
  /** Slugs of the places it concerns and of those that these lie in. */
  places: string[];
  /** Of a family name, the slugs of the places it is known by; of a sight, those of the places it lies in. */
  homes?: string[];
  year: number | null;
  state: string | null;
  updatedAt: string;
  /** From 0 to 1: what stands first among equals. */
  weight: number;
};

/** Raised whenever what stands in the index changes its shape or its tokens: the index is then built anew at the next start. */
export const indexVersion = 9;

/** All that a search needs of one public thing: its fields as lines of tokens, and what a list shows of it. */
export type SearchDocument = Omit<Findable, "text" | "searchWords"> & {
  /** `<kind>:<slug>` */
  key: string;
  /** Folded words and runs of Han between spaces, ready to be looked through. */
  lines: { names: string; labels: string; text: string };
};

/** Words by which people ask for a kind of thing. They belong to each thing of the kind. */
const kindWords: Partial<Record<Kind, string>> = {
  station: "法律服务站 公证 调解 法律帮助 legal station service help support posto jurídico serviço apoio ajuda",
  proposal: "提案 proposal proposta",
  suggestion: "意见建议 suggestion sugestão",
  project: "项目 project projecto",
  event: "活动 event evento",
  body: "机构 association associação",
  surname: "姓氏 surname clan apelido",
};

/** How a name is read is looked for among all names, as a whole: a syllable of it, or a spelling of a family, is no word. */
const readings: ReadonlySet<LabelKind> = new Set(["pinyin", "jyutping"]);
/** "Hoi Hau Fau": what a family wrote as it sounds, a syllable at a time. */
const syllables = /^[a-z]{1,4}(?:[ '-][a-z]{1,4})+$/i;

function isReading(kind: Kind, { kind: way, text }: Label): boolean {
  return readings.has(way) || (kind === "place" && syllables.test(text));
}

export function searchDocument({ text, searchWords = [], ...rest }: Findable): SearchDocument {
  const { kind, slug, names, labels, year } = rest;
  return {
    ...rest,
    key: `${kind}:${slug}`,
    lines: {
      names: linesOf(kind === "surname" ? [names["zh-Hans"], names["zh-Hant"]] : Object.values(names)),
      labels: linesOf([
        ...labels.filter((label) => kind !== "surname" && !isReading(kind, label)).map(({ text: one }) => one),
        ...searchWords,
      ]),
      text: linesOf([...Object.values(text), String(year ?? ""), kindWords[kind] ?? ""]),
    },
  };
}

/** The lines of all texts, each once: what is said again, or differs only in its script, is there already. */
function linesOf(texts: string[]): string {
  return [...new Set(texts.flatMap((text) => text.split("\n")).map(line))].join("");
}

/** The token by which a document belongs to a place. No word of a text can be one. */
export function placeToken(slug: string): string {
  return `@${slug}`;
}

/** A part of a document in which a word stands: its names, the other ways to call it, or what is written of it. */
export type Field = keyof SearchDocument["lines"];

/**
 * The tokens that an engine stores of a document, each by the first field that has it. A place answers to its own name
 * only: its villages are no answer; a family to those of the places that it is known by, a sight to those it lies in.
 */
export function documentTokens({ kind, slug, lines, places, homes = [] }: SearchDocument): Record<Field, string[]> {
  const own = kind === "place" ? [slug, ...homes] : kind === "surname" ? homes : places;
  const names = new Set(indexTokens(lines.names));
  const labels = new Set(indexTokens(lines.labels).filter((token) => !names.has(token)));
  const text = indexTokens(lines.text).filter((token) => !names.has(token) && !labels.has(token));
  return { names: [...names], labels: [...labels], text: [...text, ...own.map(placeToken)] };
}

/** Where a token stands in a document: the first field that has it, or null. What its stored tokens say is the same. */
export function standsIn({ lines }: Pick<SearchDocument, "lines">, token: string): Field | null {
  const needle = needleOf(token);
  if (lines.names.includes(needle)) return "names";
  if (lines.labels.includes(needle)) return "labels";
  return lines.text.includes(needle) ? "text" : null;
}
