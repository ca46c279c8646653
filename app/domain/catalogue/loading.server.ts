import { loadFigures } from "~/domain/figure/figures.server";
import { loadPlaces } from "~/domain/place/places.server";
import * as store from "./store.server";

export type Content = { entries: unknown[]; places: unknown; divisions: unknown; figures: unknown };

/** Takes the first content in: places, figures, then the entries that name them. Doing it again changes nothing. */
export async function loadContent({ entries, places, divisions, figures }: Content): Promise<void> {
  const placeSlugs = await loadPlaces(places, divisions);
  await loadFigures(figures);
  await store.replaceAll(entries, placeSlugs);
}
