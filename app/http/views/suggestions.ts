import { cardsOfKind } from "~/domain/catalogue/entries.server";
import type { Locale } from "~/domain/kernel/locale";
import { isReference } from "~/domain/suggestion/published";
import { languagesWritten, publishedPage, readPublished } from "~/domain/suggestion/public.server";
import { placeCards } from "~/domain/place/places.server";
import { recordHref } from "~/paths";
import { env } from "~/platform/env";
import { qrOf, readEntryPage } from "./entry";

/** By slug the language of each of these records that stands in one only: of published suggestions, their author's. */
export function languagesOf(records: { kind: string; slug: string }[]): Promise<Map<string, Locale>> {
  return languagesWritten(records.filter(({ kind }) => kind === "suggestion").map(({ slug }) => slug));
}

/** The public list: published suggestions, and on its first page those of the first content. */
export async function readSuggestions(locale: Locale, number: number) {
  const [page, examples] = await Promise.all([
    publishedPage(number),
    number === 1 ? cardsOfKind(locale, "suggestion") : [],
  ]);
  return { page, examples };
}

/** A suggestion's public page: one of the first content by slug, or a published one by reference. */
export async function readPublicSuggestion(locale: Locale, slug: string) {
  if (isReference(slug)) {
    const published = await readPublished(slug);
    if (!published) return null;
    const address = env().BASE_URL + recordHref(locale, "suggestion", slug);
    const { placeSlug } = published;
    const [places, qr] = await Promise.all([placeCards(placeSlug ? [placeSlug] : []), qrOf(address)]);
    return { entry: null, published: { ...published, places, address, qr } };
  }
  const entry = await readEntryPage(locale, "suggestion", slug);
  return entry && { entry, published: null };
}
