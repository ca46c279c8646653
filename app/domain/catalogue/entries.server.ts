import type { Locale } from "~/domain/kernel/locale";
import { pageSize, type Page } from "~/domain/kernel/page";
import type { Entry, EntryCard, EntryFilter, EntryKind } from "./entry";
import * as store from "./store.server";

export type Count = { value: string; count: number };

const filterNames = ["function", "year", "state"] as const;
const tallies = new Map<EntryKind, Promise<store.Tally[]>>();

/** The next list counts its kind anew: public content changed. Counting takes longer the more there is; reading a page does not. */
export function forgetCounts(): void {
  tallies.clear();
}

function tallyOf(kind: EntryKind): Promise<store.Tally[]> {
  const known = tallies.get(kind);
  if (known) return known;
  const counting = store.tally(kind).catch((error: unknown) => {
    tallies.delete(kind);
    throw error;
  });
  tallies.set(kind, counting);
  return counting;
}

/** One page of the published entries of a kind, with the counts for its filters. */
export async function entriesOfKind(
  locale: Locale,
  kind: EntryKind,
  filter: EntryFilter,
  number: number,
): Promise<{ page: Page<EntryCard>; counts: Record<(typeof filterNames)[number], Count[]> }> {
  const [items, all] = await Promise.all([store.page(locale, kind, filter, number), tallyOf(kind)]);
  const wanted = all.filter((row) =>
    filterNames.every((name) => filter[name] === undefined || row[name] === filter[name]),
  );
  const total = wanted.reduce((sum, { count }) => sum + count, 0);
  const counts = (name: (typeof filterNames)[number]) => {
    const sums = new Map<string, number>();
    for (const row of all) {
      const value = row[name];
      if (value !== null) sums.set(String(value), (sums.get(String(value)) ?? 0) + row.count);
    }
    return [...sums]
      .map(([value, count]) => ({ value, count }))
      .toSorted((one, other) => other.value.localeCompare(one.value));
  };
  return {
    page: { items, number, size: pageSize, total },
    counts: { function: counts("function"), year: counts("year"), state: counts("state") },
  };
}

/** All cards of a kind, for a page that shows them beside something else. */
export function cardsOfKind(locale: Locale, kind: EntryKind): Promise<EntryCard[]> {
  return store.page(locale, kind, {}, 1);
}

export type EntryView = { entry: Entry; updatedAt: Date; related: EntryCard[]; places: string[] };

/** An entry of that kind with all that hangs on it, or null. */
export async function readEntry(locale: Locale, kind: EntryKind, slug: string): Promise<EntryView | null> {
  const found = await store.find(slug);
  if (!found || found.entry.kind !== kind) return null;
  const [related, places] = await Promise.all([store.relatedTo(locale, slug), store.placesOf(slug)]);
  return { ...found, entry: { ...found.entry, searchWords: undefined }, related, places };
}

/** How many entries a place's page shows; the search has all of them. */
const mostOnPlace = 20;

/** What the portal has on a place and the places in it: the first ones, and whether there are more. */
export async function entriesConcerning(
  locale: Locale,
  places: string[],
): Promise<{ entries: EntryCard[]; more: boolean }> {
  const entries = await store.concerning(locale, places, mostOnPlace + 1);
  return { entries: entries.slice(0, mostOnPlace), more: entries.length > mostOnPlace };
}

/** Every entry of a kind with its places, for the index of the search: in batches by slug, as there may be many. */
export async function* allEntries(
  kind: EntryKind,
): AsyncGenerator<{ entry: Entry; updatedAt: Date; places: string[] }[]> {
  for (let after = ""; ;) {
    const entries = await store.entriesAfter(kind, after, 500);
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
