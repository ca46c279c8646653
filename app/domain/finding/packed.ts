import type { Locale, Localized } from "~/domain/kernel/locale";
import type { Kind, SearchDocument } from "./document";

/** All that a device needs to offer a name while somebody types. Knows no table of characters: the names bring their own. */
export type PackedName = {
  kind: Kind;
  slug: string;
  names: Localized;
  /** Readings and other spellings, as listed. */
  labels: string[];
  /** The place above: what tells one village from another of its name. */
  above: PackedName | null;
};

/** Larger things first: a county stands before a village that is called alike. */
const byWeight = (one: SearchDocument, other: SearchDocument) =>
  other.weight - one.weight || (one.key < other.key ? -1 : 1);

/**
 * The names as text, a line each: kind (none for a place), slug, line of the place above, Simplified, Traditional,
 * English, Portuguese, then readings and spellings. What stands already is left out, so that every reader fetches
 * little: the first nine digits of a village's number and the line above when they are those of the line before, a name
 * that is written as the one before it, English that the first reading tells.
 */
export function packNames(documents: SearchDocument[]): string {
  const sorted = documents.toSorted(byWeight);
  const lines = new Map(sorted.map(({ key }, at) => [key, at]));
  const unlike = (text: string, before: string) => (text === before ? "" : text);
  const aboveOf = ({ slug, places }: SearchDocument) =>
    lines.get(`place:${places.find((place) => place !== slug) ?? ""}`)?.toString(36) ?? "-";
  return sorted
    .map((document, at) => {
      const before = sorted[at - 1];
      const { kind, slug, names, labels } = document;
      const spellings = [...new Set(labels.map(({ text }) => plain(text)))];
      return [
        kind === "place" ? "" : kind,
        sameTown(slug, before?.slug) ? slug.slice(9) : slug,
        unlike(aboveOf(document), before ? aboveOf(before) : ""),
        names["zh-Hans"],
        unlike(names["zh-Hant"], names["zh-Hans"]),
        unlike(names.en, asName(spellings[0])),
        unlike(names.pt, names.en),
        ...spellings,
      ].join("\t");
    })
    .join("\n");
}

function sameTown(slug: string, before = ""): boolean {
  return /^\d{12}$/.test(slug) && /^\d{12}$/.test(before) && slug.slice(0, 9) === before.slice(0, 9);
}

/** "lung tau" as a name: "Lungtau". */
function asName(reading = ""): string {
  const joined = reading.replace(/[^a-z]/g, "");
  return joined.slice(0, 1).toUpperCase() + joined.slice(1);
}

/** Readings are kept without tones: what is typed is compared without them too. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<=[a-z])[1-6]\b/g, "")
    .replace(/[\t\n]/g, " ");
}

/** The names of a packed text, in its order. */
export function unpackNames(text: string): PackedName[] {
  const all: PackedName[] = [];
  const above: number[] = [];
  for (const row of text.split("\n")) {
    const [kind, short = "", line = "", hans = "", hant, en, pt, ...labels] = row.split("\t");
    if (short === "") continue;
    const slug = /^\d{3}$/.test(short) ? `${all.at(-1)?.slug.slice(0, 9)}${short}` : short;
    const english = en || asName(labels[0]);
    const names = { "zh-Hans": hans, "zh-Hant": hant || hans, en: english, pt: pt || english };
    above.push(line === "" ? (above.at(-1) ?? -1) : line === "-" ? -1 : Number.parseInt(line, 36));
    all.push({ kind: kindOf(kind), slug, names, labels, above: null });
  }
  all.forEach((name, at) => {
    if (name.kind === "place") name.above = all[above[at] ?? -1] ?? null;
  });
  return all;
}

const packedKinds: readonly Kind[] = [
  "initiative",
  "project",
  "programme",
  "proposal",
  "issue",
  "event",
  "document",
  "body",
  "station",
];

function kindOf(text: string | undefined): Kind {
  return packedKinds.find((kind) => kind === text) ?? "place";
}

/** A name with the place it lies in, as a list shows it. */
export function placed({ names, above }: PackedName, locale: Locale): string {
  return above ? `${names[locale]} · ${above.names[locale]}` : names[locale];
}
