import type { Locale } from "~/domain/kernel/locale";
import { cardsOfKind } from "~/domain/catalogue/entries.server";
import { figuresOf } from "~/domain/figure/figures.server";
import { placesTree } from "~/domain/place/places.server";

/** What the home page gathers: initiatives, counties with a few old spellings, some figures. */
export async function readHome(locale: Locale) {
  const [initiatives, counties, figures] = await Promise.all([
    cardsOfKind(locale, "initiative"),
    placesTree(),
    figuresOf(["proposals-filed-2023", "handling-units-2022", "hk-macao-suggestions", "consultation-list-items"]),
  ]);
  return { initiatives: initiatives.slice(0, 6), counties: counties.map(({ county }) => county), figures };
}
