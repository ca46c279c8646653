import { searchDocument, type SearchDocument } from "~/domain/finding/document";
import type { Localized } from "~/domain/kernel/locale";
import type { PublicSuggestion } from "~/domain/suggestion/published";

export const suggestionWeight = 0.6;

const same = (text: string): Localized => ({ "zh-Hans": text, "zh-Hant": text, en: text, pt: text });

/** What the search knows of a published suggestion. It stands in one language, the one it was written in. */
export function suggestionDocument(suggestion: PublicSuggestion, places: string[]): SearchDocument {
  const { reference, title, matter, measures, year, state, updatedAt } = suggestion;
  return searchDocument({
    kind: "suggestion",
    slug: reference,
    names: same(title),
    labels: [{ text: reference, kind: "alias" }],
    text: same(`${matter}\n${measures}`),
    excerpt: same(matter.slice(0, 200)),
    functionCode: suggestion.function,
    places,
    year,
    state,
    updatedAt,
    weight: suggestionWeight,
  });
}
