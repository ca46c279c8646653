import type { Localized } from "~/domain/kernel/locale";
import { indexTokens } from "./tokens";

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
  "figure",
] as const;
export type Kind = (typeof kinds)[number];

export type LabelKind = "alias" | "historic" | "portuguese" | "english" | "pinyin" | "jyutping" | "related";
export type Label = { text: string; kind: LabelKind };

/** All that a search needs to know of one public thing. */
export type SearchDocument = {
  /** `<kind>:<slug>` */
  key: string;
  kind: Kind;
  slug: string;
  names: Localized;
  /** All other names and readings under which people look for it. */
  labels: Label[];
  text: Localized;
  excerpt: Localized;
  functionCode: string | null;
  /** Slugs of the places it concerns and of those that these lie in. */
  places: string[];
  year: number | null;
  state: string | null;
  updatedAt: string;
  /** From 0 to 1: what stands first among equals. */
  weight: number;
};

/** The token by which a document belongs to a place. No word of a text can be one. */
export function placeToken(slug: string): string {
  return `@${slug}`;
}

/** The tokens that an engine stores of a document. */
export function documentTokens(document: SearchDocument): string[] {
  const names = Object.values(document.names).join(" ");
  const labels = document.labels.map(({ text }) => text).join(" ");
  const texts = Object.values(document.text).join(" ");
  const year = document.year === null ? "" : String(document.year);
  return [...new Set([...indexTokens(`${names} ${labels} ${texts} ${year}`), ...document.places.map(placeToken)])];
}
