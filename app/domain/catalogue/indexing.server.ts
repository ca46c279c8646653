import { documentTokens, type SearchDocument } from "~/domain/finding/document";
import type { Localized } from "~/domain/kernel/locale";
import type { Place } from "~/domain/place/place";
import { allPlaces } from "~/domain/place/places.server";
import {
  allPublicSuggestions,
  publicSuggestion,
  suggestionsSavedSince,
  type PublicSuggestion,
} from "~/domain/suggestion/public.server";
import { now } from "~/platform/clock";
import type { Prepared } from "~/platform/search/engine";
import { engine } from "~/platform/search/choose";
import { allEntries, indexedEntry } from "./entries.server";
import { announceIndexed, heldSince } from "./store.server";
import { allSurnames } from "~/domain/surname/surnames.server";
import { entryKinds, type EntryKind } from "./entry";
import { entryDocument, entryWeights, placeDocument, surnameDocument } from "./search-document";
import { suggestionDocument, suggestionWeight } from "./suggestion-document";

const batch = 500;
/** How long a change may have been on its way into the database, in milliseconds. */
const underWay = 5000;

function prepared(document: SearchDocument): Prepared {
  const { key, kind, functionCode, places, year, state, weight, updatedAt } = document;
  return {
    key,
    kind,
    function: functionCode,
    places,
    year,
    state,
    weight,
    updatedAt,
    tokens: documentTokens(document),
    document,
  };
}

/** Brings the index up to what the database says of one thing now: `entry:<slug>` or `suggestion:<reference>`. */
export async function refreshSearch(key: string): Promise<void> {
  const [kind = "", slug = ""] = key.split(/:(.*)/s);
  if (kind === "suggestion") {
    const found = await publicSuggestion(slug);
    if (found) await engine().put([prepared(suggestionDocument(found, await placesWith([found.placeSlug ?? ""])))]);
    else await engine().remove([`suggestion:${slug}`]);
  } else {
    await refreshEntry(slug);
  }
  await announceIndexed();
}

async function refreshEntry(slug: string): Promise<void> {
  const found = await indexedEntry(slug);
  if (found)
    await engine().put([prepared(entryDocument(found.entry, await placesWith(found.places), found.updatedAt))]);
  // What is gone has no kind any more.
  else await engine().remove(entryKinds.map((kind) => `${kind}:${slug}`));
}

/**
 * Builds the whole index anew beside the old one and swaps it in. A change that came meanwhile may stand in the old
 * one only, so that all of those are written once more.
 */
export async function rebuildSearch(): Promise<void> {
  const begun = new Date(now().getTime() - underWay);
  await engine().rebuild(ahead(everything()));
  const { shown, hidden } = await suggestionsSavedSince(begun);
  const bySlug = new Map((await allPlaces()).map((place) => [place.slug, place]));
  for (let at = 0; at < shown.length; at += batch)
    await engine().put(shown.slice(at, at + batch).map((one) => preparedSuggestion(bySlug, one)));
  if (hidden.length > 0) await engine().remove(hidden.map((reference) => `suggestion:${reference}`));
  for (const slug of await heldSince(begun)) await refreshEntry(slug);
  await announceIndexed();
}

/** Makes each batch while the one before it is being stored: with many records the two take equally long. */
async function* ahead<T>(batches: AsyncGenerator<T>): AsyncGenerator<T> {
  for (let next = batches.next(); ;) {
    const { value, done } = await next;
    if (done) return;
    next = batches.next();
    // Whoever stores the batch before may fail first, and then nobody waits for this one.
    next.catch(() => {});
    yield value;
  }
}

/** Documents of one kind and weight, by key. */
type Source = { weight: number; kind: string; batches: () => AsyncIterable<Prepared[]> };

/** All documents, weightiest first and then by key, as the index is read: so it is built soonest and read fastest. */
async function* everything(): AsyncGenerator<Prepared[]> {
  const places = await allPlaces();
  const bySlug = new Map(places.map((place) => [place.slug, place]));
  const surnames = await allSurnames();
  const sources: Source[] = [
    ...sourcesOf(places.map((place) => placeDocument(place, chainOf(bySlug, place), excerptOf(bySlug, place)))),
    ...sourcesOf(surnames.map((one) => surnameDocument(one, withAncestors(bySlug, one.places)))),
    ...entryKinds.map((kind) => ({ kind, weight: entryWeights[kind], batches: () => entries(bySlug, kind) })),
    { kind: "suggestion", weight: suggestionWeight, batches: () => suggestions(bySlug) },
  ];
  const inOrder = sources.toSorted((one, other) => other.weight - one.weight || (one.kind < other.kind ? -1 : 1));
  for (const { batches } of inOrder) yield* batches();
}

function sourcesOf(documents: SearchDocument[]): Source[] {
  const sources = new Map<number, SearchDocument[]>();
  for (const document of documents) sources.set(document.weight, [...(sources.get(document.weight) ?? []), document]);
  return [...sources].map(([weight, own]) => ({
    weight,
    kind: own[0]?.kind ?? "",
    batches: async function* () {
      yield own.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(prepared);
    },
  }));
}

async function* entries(bySlug: ReadonlyMap<string, Place>, kind: EntryKind): AsyncGenerator<Prepared[]> {
  for await (const some of allEntries(kind))
    yield some.map(({ entry, updatedAt, places }) =>
      prepared(entryDocument(entry, withAncestors(bySlug, places), updatedAt)),
    );
}

async function* suggestions(bySlug: ReadonlyMap<string, Place>): AsyncGenerator<Prepared[]> {
  let waiting: PublicSuggestion[] = [];
  for await (const suggestion of allPublicSuggestions()) {
    waiting.push(suggestion);
    if (waiting.length < batch) continue;
    yield waiting.map((one) => preparedSuggestion(bySlug, one));
    waiting = [];
  }
  yield waiting.map((one) => preparedSuggestion(bySlug, one));
}

function preparedSuggestion(bySlug: ReadonlyMap<string, Place>, one: PublicSuggestion): Prepared {
  return prepared(suggestionDocument(one, withAncestors(bySlug, [one.placeSlug ?? ""])));
}

async function placesWith(slugs: string[]): Promise<string[]> {
  const places = await allPlaces();
  return withAncestors(new Map(places.map((place) => [place.slug, place])), slugs);
}

function withAncestors(bySlug: ReadonlyMap<string, Place>, slugs: string[]): string[] {
  return [
    ...new Set(
      slugs.flatMap((slug) => {
        const place = bySlug.get(slug);
        return place ? [slug, ...chainOf(bySlug, place)] : [];
      }),
    ),
  ];
}

/** What a place lies in, nearest first. */
function chainOf(bySlug: ReadonlyMap<string, Place>, place: Place): string[] {
  const chain: string[] = [];
  for (let above = bySlug.get(place.parent ?? ""); above && chain.length < 6; above = bySlug.get(above.parent ?? ""))
    chain.push(above.slug);
  return chain;
}

/** Where a place lies: what tells one 白沙 from another in a list. */
function excerptOf(bySlug: ReadonlyMap<string, Place>, place: Place): Localized {
  const above = chainOf(bySlug, place).flatMap((slug) => bySlug.get(slug) ?? []);
  const line = (locale: keyof Localized) =>
    above.map(({ names }) => names[locale]).join(locale.startsWith("zh") ? " · " : ", ") ||
    (place.outside?.[locale] ?? "");
  return { "zh-Hans": line("zh-Hans"), "zh-Hant": line("zh-Hant"), en: line("en"), pt: line("pt") };
}
