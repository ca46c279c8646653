import { loadFigures } from "~/domain/figure/figures.server";
import { loadPlaces } from "~/domain/place/places.server";
import { loadSurnames } from "~/domain/surname/surnames.server";
import * as store from "./store.server";

export type Content = { entries: unknown[]; places: unknown; divisions: unknown; figures: unknown; surnames: unknown };

/** Takes the first content in: places, figures, family names, then the entries that name them. Doing it again changes nothing. */
export async function loadContent({ entries, places, divisions, figures, surnames }: Content): Promise<void> {
  const placeSlugs = await loadPlaces(places, divisions);
  await loadFigures(figures);
  await loadSurnames(surnames);
  await store.replaceAll(entries, placeSlugs);
}
