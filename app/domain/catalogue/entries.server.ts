import type { Entry, EntryCard, EntryFilter, EntryKind } from "./entry";
import * as store from "./store.server";

/** One page of the published entries of a kind, with the counts for its filters. */
export function entriesOfKind(kind: EntryKind, filter: EntryFilter, number: number) {
  return store.list(kind, filter, number);
}

/** All cards of a kind, for a page that shows them beside something else. */
export async function cardsOfKind(kind: EntryKind): Promise<EntryCard[]> {
  const { page } = await store.list(kind, {}, 1);
  return page.items;
}

export type EntryView = { entry: Entry; updatedAt: Date; related: EntryCard[]; places: string[] };

/** An entry of that kind with all that hangs on it, or null. */
export async function readEntry(kind: EntryKind, slug: string): Promise<EntryView | null> {
  const found = await store.find(slug);
  if (!found || found.entry.kind !== kind) return null;
  const [related, places] = await Promise.all([store.relatedTo(slug), store.placesOf(slug)]);
  return { ...found, related, places };
}

/** What the portal has on a place and the places in it. */
export function entriesConcerning(places: string[]): Promise<EntryCard[]> {
  return store.concerning(places);
}

/** Every entry with its places, for the index of the search. */
export function allEntries(): Promise<{ entry: Entry; updatedAt: Date; places: string[] }[]> {
  return store.everything();
}

/** One entry with its places, for the index of the search. */
export async function indexedEntry(slug: string): Promise<{ entry: Entry; updatedAt: Date; places: string[] } | null> {
  const found = await store.find(slug);
  return found && { ...found, places: await store.placesOf(slug) };
}

export function entryAddresses() {
  return store.slugsByKind();
}
