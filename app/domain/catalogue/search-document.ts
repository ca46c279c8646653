import { searchDocument, type SearchDocument, type Label, type LabelKind } from "~/domain/finding/document";
import type { Localized } from "~/domain/kernel/locale";
import { weightOf, type Place } from "~/domain/place/place";
import { isOfHere, namesOf, spellingsOf, type Surname } from "~/domain/surname/surname";
import type { Entry } from "./entry";

/** What stands first among equals: what people need most and is few before that of which there is very much. */
export const entryWeights: Record<Entry["kind"], number> = {
  initiative: 0.9,
  station: 0.89,
  programme: 0.85,
  event: 0.85,
  project: 0.85,
  proposal: 0.84,
  suggestion: 0.75,
  issue: 0.75,
  body: 0.7,
  document: 0.7,
};

/** What the search knows of an entry. `places` are slugs, with those that these lie in. */
export function entryDocument(entry: Entry, places: string[], updatedAt: Date): SearchDocument {
  const text = (locale: keyof Localized) =>
    [entry.summary[locale], ...entry.body[locale], ...entry.steps.map((step) => step.text[locale])].join("\n");
  return searchDocument({
    kind: entry.kind,
    slug: entry.slug,
    names: entry.names,
    labels: [...entry.aliases, ...(entry.asPrinted ? [entry.asPrinted] : [])].map((one): Label => ({
      text: one,
      kind: "alias",
    })),
    searchWords: entry.searchWords,
    text: { "zh-Hans": text("zh-Hans"), "zh-Hant": text("zh-Hant"), en: text("en"), pt: text("pt") },
    excerpt: entry.summary,
    functionCode: entry.function,
    places,
    year: entry.year,
    state: entry.state,
    updatedAt: updatedAt.toISOString(),
    weight: entryWeights[entry.kind],
  });
}

const labelKinds: Record<Place["spellings"][number]["kind"], LabelKind> = {
  historic: "historic",
  portuguese: "portuguese",
  english: "english",
  "alias-han": "alias",
  pinyin: "pinyin",
  related: "related",
};

const none: Localized = { "zh-Hans": "", "zh-Hant": "", en: "", pt: "" };

/** Says which place is not meant, or that there are others of the name. */
const tellsApart = /不是|相同|也有|另有|也写作|各地|有良溪|待核/;

/** The sentences of a note by which a place may be found: not those that tell it from others, whose names they bear. */
function findableNote(notes: Localized | null): Localized {
  if (!notes) return none;
  const sentences = (text: string) => text.split(/(?<=[。.])\s*/u).filter(Boolean);
  const kept = sentences(notes["zh-Hans"]).map((sentence) => !tellsApart.test(sentence));
  const text = (locale: keyof Localized) =>
    sentences(notes[locale])
      .filter((_, at) => kept[at])
      .join(" ");
  return { "zh-Hans": text("zh-Hans"), "zh-Hant": text("zh-Hant"), en: text("en"), pt: text("pt") };
}

/** What lies in a place without being a part of it that people come from. */
const sights: ReadonlySet<Place["type"]> = new Set([
  "site",
  "museum",
  "park",
  "world-heritage",
  "area",
  "product",
  "island",
]);

/** What the search knows of a place. */
export function placeDocument(place: Place, chain: string[], excerpt: Localized): SearchDocument {
  const readings: Label[] = [place.pinyin, ...place.readings].filter(Boolean).map((text) => ({ text, kind: "pinyin" }));
  const jyutping: Label[] = place.jyutping ? [{ text: place.jyutping, kind: "jyutping" }] : [];
  return searchDocument({
    kind: "place",
    slug: place.slug,
    names: place.names,
    labels: [
      ...readings,
      ...jyutping,
      ...place.spellings.map(({ text, kind }): Label => ({ text, kind: labelKinds[kind] })),
    ],
    searchWords: place.searchWords,
    text: findableNote(place.notes),
    excerpt,
    functionCode: null,
    places: [place.slug, ...chain],
    ...(sights.has(place.type) && { homes: chain }),
    year: null,
    state: null,
    updatedAt: "2023-04-19T00:00:00.000Z",
    weight: weightOf(place.type),
  });
}

/** What the search knows of a family name. `places` are those it is known by, with what these lie in. */
export function surnameDocument(surname: Surname, places: string[]): SearchDocument {
  const names = namesOf(surname);
  const spellings = spellingsOf(surname);
  const families = spellings.join(", ");
  return searchDocument({
    kind: "surname",
    slug: surname.slug,
    names,
    labels: [
      // Families from elsewhere spell theirs so too: "Ng" is 伍 or 吴 here, and 黄 only by way of Fujian.
      ...spellings.map((text): Label => ({ text, kind: isOfHere(surname, text) ? "family" : "related" })),
      { text: surname.pinyin, kind: "pinyin" },
      { text: surname.jyutping, kind: "jyutping" },
    ],
    text: none,
    excerpt: { "zh-Hans": families, "zh-Hant": families, en: families, pt: families },
    functionCode: null,
    places,
    homes: surname.places,
    year: null,
    state: null,
    updatedAt: "2026-11-24T00:00:00.000Z",
    weight: 0.5,
  });
}
