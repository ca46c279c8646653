import { z } from "zod";
import { kinds, type Kind, type SearchDocument } from "~/domain/finding/document";
import { highlight, type Segment } from "~/domain/finding/highlight";
import { matchNames, type MatchKind, type NameMatch } from "~/domain/finding/match";
import { offersFor, readyToOffer, type Offer, type Offering } from "~/domain/finding/offers";
import { packNames, unpackNames } from "~/domain/finding/packed";
import { buildNames, type NameIndex } from "~/domain/finding/names";
import { groupsOf, questionOf, type Question } from "~/domain/finding/question";
import { rank, type Ranked } from "~/domain/finding/score";
import type { Locale, Localized } from "~/domain/kernel/locale";
import { engine } from "~/platform/search/choose";
import { rankedAtMost, type Candidates, type EngineName, type Facets, type Filters } from "~/platform/search/engine";

export type Search = Filters & { text: string; locale: Locale; limit: number; offset: number };

export type Why = { spelling: string; name: string; via: NameMatch["via"] };
export type Hit = {
  kind: Kind;
  slug: string;
  title: string;
  names: Localized;
  excerpt: Segment[];
  titleSegments: Segment[];
  match: MatchKind;
  why: Why | null;
};
export type Found = { query: string; engine: EngineName; limited: boolean; total: number; facets: Facets; hits: Hit[] };

const document = z.custom<SearchDocument>((value) => typeof value === "object" && value !== null && "lines" in value);

/** The documents of this version; those that an older one left are passed over until the index is built anew. */
function documentsOf({ documents }: Candidates): SearchDocument[] {
  return documents.flatMap((one) => document.safeParse(one).data ?? []);
}

/** Kinds that are looked for by name: few, and held in memory. */
const namedKinds = kinds.filter((kind) => kind !== "suggestion" && kind !== "figure");
let names: Promise<NameIndex> | undefined;
let offering: Promise<Offering> | undefined;

/** The next search reads the names anew: public content changed. */
export function forgetNames(): void {
  names = undefined;
  offering = undefined;
}

async function readNames(): Promise<NameIndex> {
  const lists = await Promise.all(
    namedKinds.map((kind) => engine().candidates({ groups: [], filters: { kind }, limit: 3000 })),
  );
  return buildNames(lists.flatMap(documentsOf).toSorted((one, other) => (one.key < other.key ? -1 : 1)));
}

/** All that is known by name, as it stands now. */
export function searchNames(): Promise<NameIndex> {
  names ??= readNames().catch((error: unknown) => {
    names = undefined;
    throw error;
  });
  return names;
}

/** Finds what a person looks for, in whatever script or spelling. An empty text lists what the filters leave. */
export async function find({ text, locale, limit, offset, ...filters }: Search): Promise<Found> {
  const index = await searchNames();
  const matches = matchNames(index, text);
  const question = questionOf(index, text, matches);
  const engineFound = await engine().candidates({
    groups: groupsOf(index, question),
    filters,
    limit: rankedAtMost,
  });
  const byName = matches.flatMap(({ document: at }) => index.documents[at] ?? []).filter((one) => fits(one, filters));
  const documents = unique([...byName, ...documentsOf(engineFound)]);
  const ranked =
    text.trim() === ""
      ? documents.map((one): Ranked => ({ document: one, score: 0, match: "exact", why: null }))
      : rank(index, question, documents);
  const partial = ranked.length < documents.length || engineFound.total <= rankedAtMost;
  return {
    query: text,
    engine: engineFound.engine,
    limited: engineFound.limited,
    total: partial && text.trim() !== "" ? ranked.length : engineFound.total,
    facets: partial && text.trim() !== "" ? countFacets(ranked.map((one) => one.document)) : engineFound.facets,
    hits: ranked.slice(offset, offset + limit).map((one) => hit(one, index, question, locale)),
  };
}

/** Of all that are not places, so many at most: what every reader fetches must stay small. */
const mostPacked = 300;

/** The names that devices keep to offer them while somebody types: public things only, for everybody the same. */
export async function packedNames(): Promise<string> {
  const { documents } = await searchNames();
  const places = documents.filter(({ kind }) => kind === "place");
  const others = documents.filter(({ kind }) => kind !== "place").toSorted((one, other) => other.weight - one.weight);
  return packNames([...places, ...others.slice(0, mostPacked)]);
}

/** Names that a person may mean who has typed this much. */
export async function offerNames(text: string, limit: number): Promise<Offer[]> {
  offering ??= packedNames()
    .then((packed) => readyToOffer(unpackNames(packed)))
    .catch((error: unknown) => {
      offering = undefined;
      throw error;
    });
  return offersFor(await offering, text, limit);
}

function hit({ document: found, match, why }: Ranked, index: NameIndex, question: Question, locale: Locale): Hit {
  const tokens = question.asked.flatMap(({ answers }) => answers.map(({ token }) => token));
  const bearer = why ? index.documents[why.document] : undefined;
  return {
    kind: found.kind,
    slug: found.slug,
    title: found.names[locale],
    names: found.names,
    titleSegments: highlight(found.names[locale], tokens),
    excerpt: highlight(found.excerpt[locale], tokens),
    match,
    why: why && bearer && why.via !== "name" ? { spelling: why.label, name: bearer.names[locale], via: why.via } : null,
  };
}

function fits(found: SearchDocument, { kind, function: fn, place, year, state }: Filters): boolean {
  return (
    (kind === undefined || found.kind === kind) &&
    (fn === undefined || found.functionCode === fn) &&
    (place === undefined || found.places.includes(place)) &&
    (year === undefined || found.year === year) &&
    (state === undefined || found.state === state)
  );
}

function unique(documents: SearchDocument[]): SearchDocument[] {
  return [...new Map(documents.map((one) => [one.key, one])).values()];
}

function countFacets(documents: SearchDocument[]): Facets {
  const count = (values: (string | number | null)[]) => {
    const sums = new Map<string, number>();
    for (const value of values) if (value !== null) sums.set(String(value), (sums.get(String(value)) ?? 0) + 1);
    return [...sums]
      .map(([value, n]) => ({ value, count: n }))
      .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  };
  return {
    kind: count(documents.map((one) => one.kind)),
    function: count(documents.map((one) => one.functionCode)),
    place: count(documents.flatMap((one) => one.places)).slice(0, 30),
    year: count(documents.map((one) => one.year)),
    state: count(documents.map((one) => one.state)),
  };
}
