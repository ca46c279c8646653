import { chinaDay } from "~/domain/calendar/days";
import type { Locale } from "~/domain/kernel/locale";
import { isReference, type PublicSuggestion } from "./published";
import * as store from "./store.server";
import { ratingOf, type Suggestion } from "./suggestion";

export type { PublicSuggestion };

function publicOf(row: { suggestion: Suggestion; updatedAt: Date }): PublicSuggestion {
  const { reference, locale, title, matter, measures, placeSlug, state, submittedAt } = row.suggestion;
  return {
    reference,
    locale,
    title,
    matter,
    measures,
    function: row.suggestion.function,
    placeSlug,
    state,
    year: Number(chinaDay(submittedAt).slice(0, 4)),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** A suggestion as everybody may see it, or null while it is not published. */
export async function publicSuggestion(reference: string): Promise<PublicSuggestion | null> {
  const row = await store.findPublished(reference);
  return row && publicOf(row);
}

/** All published suggestions, for the index of the search. */
export async function* allPublicSuggestions(): AsyncGenerator<PublicSuggestion> {
  for (let after = ""; ;) {
    const rows = await store.publishedAfter(after, 500);
    for (const row of rows) yield publicOf(row);
    const last = rows.at(-1);
    if (!last) return;
    after = last.suggestion.reference;
  }
}

/** What has changed since then for an index that was being built meanwhile: what is public now, and what is not any more. */
export async function suggestionsSavedSince(at: Date): Promise<{ shown: PublicSuggestion[]; hidden: string[] }> {
  const rows = await store.savedSince(at);
  return {
    shown: rows.filter(({ published }) => published).map(publicOf),
    hidden: rows.filter(({ published }) => !published).map(({ suggestion }) => suggestion.reference),
  };
}

/** What the public page shows besides: the handling unit, the reply and its rating. */
export async function readPublished(reference: string) {
  const row = await store.findPublished(reference);
  if (!row) return null;
  const { unitSlug, reply, analysis, assignedAt, submittedAt } = row.suggestion;
  const unit = unitSlug ? await store.findUnit(unitSlug) : null;
  const rating = ratingOf(row.suggestion);
  return { ...publicOf(row), analysis, unit, reply, rating, submittedAt, assignedAt };
}

/** One page of published suggestions, newest first. */
export function publishedPage(number: number) {
  return store.publishedPage(number);
}

/** The language that each of these was written in, as far as they are published suggestions. */
export async function languagesWritten(references: string[]): Promise<Map<string, Locale>> {
  const own = references.filter(isReference);
  return own.length === 0 ? new Map() : store.languagesWritten(own);
}

/** The references of all published suggestions, for the site map. */
export async function publishedReferences(): Promise<string[]> {
  return store.publishedReferences();
}
