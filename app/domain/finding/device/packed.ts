import type { Locale, Localized } from "~/domain/kernel/locale";
import type { Kind, SearchDocument } from "../document";

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

/** Only places lie in something that tells them apart. */
const nowhere = new Map<string, number>();

/**
 * The names as text, a line each: kind (none for a place), slug, line of the place above, Simplified, Traditional,
 * English, Portuguese, then readings and spellings. What the lines before tell already is left out, so that every
 * reader fetches little: the first nine digits of a village's number, the line above, a Traditional form and readings
 * that are as their characters were last time, English that the first reading tells.
 */
export function packNames(documents: SearchDocument[]): string {
  const sorted = documents.toSorted(byWeight);
  const lines = new Map(sorted.map(({ key }, at) => [key, at]));
  const aboveOf = ({ kind, slug, places }: SearchDocument) =>
    (kind === "place" ? lines : nowhere).get(`place:${places.find((place) => place !== slug) ?? ""}`)?.toString(36) ??
    "-";
  const habits = newHabits();
  return sorted
    .map((document, at) => {
      const before = sorted[at - 1];
      const { kind, slug, names, labels } = document;
      const spellings = [...new Set(labels.map(({ text }) => plain(text)))];
      const usual = expected(habits, names["zh-Hans"]);
      learn(habits, names, spellings);
      return [
        kind === "place" ? "" : kind,
        sameTown(slug, before?.slug) ? slug.slice(9) : slug,
        unlike(aboveOf(document), before ? aboveOf(before) : ""),
        names["zh-Hans"],
        unlike(names["zh-Hant"], usual.hant),
        unlike(names.en, latinOf(kind, names, spellings[0])),
        unlike(names.pt, names.en).replace(` (${names["zh-Hant"]})`, ""),
        ...spellings.map((text, column) => unlike(text, usual.readings[column] ?? "")),
      ].join("\t");
    })
    .join("\n");
}

function unlike(text: string, expectation: string): string {
  return text === expectation ? "" : text;
}

/** How each character was last written in Traditional and read in the first two columns of readings. */
type Habits = { hant: Map<string, string>; readings: Map<string, string>[] };

function newHabits(): Habits {
  return { hant: new Map(), readings: [new Map(), new Map()] };
}

function expected({ hant, readings }: Habits, hans: string): { hant: string; readings: string[] } {
  const characters = [...hans];
  return {
    hant: characters.map((character) => hant.get(character) ?? character).join(""),
    readings: readings.map((known) => characters.map((character) => known.get(character) ?? "-").join(" ")),
  };
}

function learn({ hant, readings }: Habits, names: Pick<Localized, "zh-Hans" | "zh-Hant">, spellings: string[]): void {
  const characters = [...names["zh-Hans"]];
  const note = (known: Map<string, string>, parts: string[]) => {
    if (parts.length === characters.length)
      characters.forEach((character, at) => known.set(character, parts[at] ?? ""));
  };
  note(hant, [...names["zh-Hant"]]);
  readings.forEach((known, column) => note(known, spellings[column]?.split(" ") ?? []));
}

function sameTown(slug: string, before = ""): boolean {
  return /^\d{12}$/.test(slug) && /^\d{12}$/.test(before) && slug.slice(0, 9) === before.slice(0, 9);
}

/** What a name is in Latin letters when nothing else is said: its first spelling, after which a family name's Han stands. */
function latinOf(kind: Kind, names: Pick<Localized, "zh-Hant">, spelling = ""): string {
  return kind === "surname" ? `${spelling} (${names["zh-Hant"]})` : asName(spelling);
}

/** "lung tau" as a name: "Lungtau"; "xi an": "Xi'an". */
function asName(reading = ""): string {
  const joined = reading.replace(/(?<=[a-z]) (?=[aeo])/g, "'").replace(/[^a-z']/g, "");
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
  const habits = newHabits();
  for (const row of text.split("\n")) {
    const [kind, short = "", line = "", hans = "", hant, en, pt, ...rest] = row.split("\t");
    if (short === "") continue;
    const usual = expected(habits, hans);
    const han = { "zh-Hans": hans, "zh-Hant": hant || usual.hant };
    const labels = rest.map((label, column) => label || (usual.readings[column] ?? ""));
    learn(habits, han, labels);
    const slug = /^\d{3}$/.test(short) ? `${all.at(-1)?.slug.slice(0, 9)}${short}` : short;
    const english = en || latinOf(kindOf(kind), han, labels[0]);
    const portuguese = pt && kind === "surname" ? latinOf("surname", han, pt) : pt;
    const names = { ...han, en: english, pt: portuguese || english };
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
  "surname",
];

function kindOf(text: string | undefined): Kind {
  return packedKinds.find((kind) => kind === text) ?? "place";
}

/** A name with the place it lies in, as a list shows it. */
export function placed({ names, above }: PackedName, locale: Locale): string {
  return above ? `${names[locale]} · ${above.names[locale]}` : names[locale];
}
