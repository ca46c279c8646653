import type { Locale } from "~/domain/kernel/locale";
import { counties, type Place, type PlaceCard } from "./place";
import * as store from "./store.server";

/** Jiangmen and its counties, each with its towns, streets and sights. */
export async function placesTree(): Promise<{ county: PlaceCard; children: PlaceCard[] }[]> {
  const [heads, children] = await Promise.all([store.bySlugs([...counties]), store.childrenOf([...counties])]);
  return counties.flatMap((slug) => {
    const county = heads.find((head) => head.slug === slug);
    return county ? [{ county, children: children.filter((child) => child.parent === slug) }] : [];
  });
}

export type PlaceView = { place: Place; chain: PlaceCard[]; children: PlaceCard[] };

/** A place with what it lies in and what lies in it, or null. */
export async function readPlace(slug: string): Promise<PlaceView | null> {
  const [place, chain, children] = await Promise.all([store.find(slug), store.chain(slug), store.childrenOf([slug])]);
  return (
    place && {
      place: { ...place, searchWords: undefined },
      chain: chain.slice(0, -1),
      children: children.map(({ slug: one, type, names }) => ({ slug: one, type, names })),
    }
  );
}

/** The seven counties as choices of a form. */
export async function countyOptions(locale: Locale): Promise<{ value: string; label: string }[]> {
  const cards = await store.bySlugs([...counties]);
  return counties.flatMap((slug) => {
    const card = cards.find((one) => one.slug === slug);
    return card ? [{ value: slug, label: card.names[locale] }] : [];
  });
}

export function placeCards(slugs: string[]): Promise<PlaceCard[]> {
  return store.bySlugs(slugs);
}

/** Every place, for the index of the search. */
export function allPlaces(): Promise<Place[]> {
  return store.everything();
}

export function placeSlugs(): Promise<string[]> {
  return store.slugs();
}

/** Takes in all places; gives back their slugs by Simplified name, for content that names places. */
export function loadPlaces(listed: unknown, divisions: unknown): Promise<Map<string, string>> {
  return store.replaceAll(listed, divisions);
}
