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

/** How many entries a place's page shows; the search has all of them. */
const mostOnPlace = 20;

/** What the portal has on a place and the places in it: the first ones, and whether there are more. */
export async function entriesConcerning(places: string[]): Promise<{ entries: EntryCard[]; more: boolean }> {
  const entries = await store.concerning(places, mostOnPlace + 1);
  return { entries: entries.slice(0, mostOnPlace), more: entries.length > mostOnPlace };
}

/** Every entry with its places, for the index of the search: in batches, as there may be many. */
export async function* allEntries(): AsyncGenerator<{ entry: Entry; updatedAt: Date; places: string[] }[]> {
  for (let after = ""; ;) {
    const entries = await store.entriesAfter(after, 500);
    const last = entries.at(-1);
    if (!last) return;
    yield entries;
    after = last.entry.slug;
  }
}

/** One entry with its places, for the index of the search. */
export async function indexedEntry(slug: string): Promise<{ entry: Entry; updatedAt: Date; places: string[] } | null> {
  const found = await store.find(slug);
  return found && { ...found, places: await store.placesOf(slug) };
}

export function entryAddresses() {
  return store.slugsByKind();
}
