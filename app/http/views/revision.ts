import type { Person } from "~/domain/kernel/actor";
import type { Locale } from "~/domain/kernel/locale";
import { countyOptions } from "~/domain/place/places.server";
import { read } from "~/domain/suggestion/suggestion.server";

/** A returned suggestion as the values of its form, with how it stands; null where the member has none of this number. */
export async function readRevision(actor: Person, locale: Locale, reference: string) {
  const [view, places] = await Promise.all([read(actor, "member", reference), countyOptions(locale)]);
  if (!view) return null;
  const { title, matter, analysis, measures, function: fn, placeSlug, publishable, locale: language } = view.suggestion;
  const values = {
    title,
    matter,
    analysis,
    measures,
    function: fn,
    placeSlug: placeSlug ?? "",
    publishable: publishable ? "yes" : "",
    locale: language,
  };
  return { view, values, places };
}
