import { z } from "zod";
import { kinds, type Kind, type SearchDocument } from "~/domain/finding/document";
import { highlight, type Segment } from "~/domain/finding/highlight";
import { matchNames, type MatchKind, type NameMatch } from "~/domain/finding/match";
import { offersFor, readyToOffer, type Offer, type Offering } from "~/domain/finding/device/offers";
import { packNames, unpackNames } from "~/domain/finding/device/packed";
import { buildNames, type NameIndex } from "~/domain/finding/names";
import { groupsOf, questionOf, type Question } from "~/domain/finding/question";
import { homesOf, rank, type Ranked } from "~/domain/finding/score";
import type { Locale, Localized } from "~/domain/kernel/locale";
import { engine } from "~/platform/search/choose";
import {
  countedAtMost,
  rankedAtMost,
  type Candidates,
  type EngineName,
  type Facets,
  type Filters,
} from "~/platform/search/engine";

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
export type Found = {
  query: string;
  /** The engine that answered, and whether it stood in for another one. */
  engine: EngineName;
  limited: boolean;
  /** How many there are; `more` when there are more than that, which nobody counted. */
  total: number;
  more: boolean;
  facets: Facets;
  hits: Hit[];
};

const document = z.custom<SearchDocument>((value) => typeof value === "object" && value !== null && "lines" in value);

/** The documents of this version; those that an older one left are passed over until the index is built anew. */
export function documentsOf({ documents }: Pick<Candidates, "documents">): SearchDocument[] {
  return documents.flatMap((one) => document.safeParse(one).data ?? []);
}

/** Kinds that are looked for by name: few, and held in memory. */
const namedKinds = kinds.filter((kind) => kind !== "suggestion" && kind !== "figure");
/** Of these there may be very many: they are found by what is written in them, and only the weightiest also by name. */
const mostOfMany = 300;
const few: ReadonlySet<Kind> = new Set(namedKinds.filter((kind) => kind !== "proposal" && kind !== "project"));
let names: Promise<NameIndex> | undefined;
let offering: Promise<Offering> | undefined;

/** The next search reads the names anew: public content changed. */
export function forgetNames(): void {
  names = undefined;
  offering = undefined;
}

async function readNames(): Promise<NameIndex> {
  const lists = await Promise.all(
    namedKinds.map((kind) =>
      engine().candidates({ groups: [], filters: { kind }, limit: few.has(kind) ? 3000 : mostOfMany }),
    ),
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
  const wanted = { groups: groupsOf(index, question), filters };
  const found = await engine().candidates({ ...wanted, limit: rankedAtMost });
  const named = [...matches, ...question.alike].flatMap(({ document: at }) => index.documents[at] ?? []);
  const byName = [...named, ...homesOf(index, matches)].filter((one) => fits(one, filters));
  const candidates = documentsOf(found);
  const order = (documents: SearchDocument[]) =>
    text.trim() === "" ? documents.map(asItIs) : rank(index, question, documents);
  const ranked = order(unique([...byName, ...candidates]));
  const known = new Set(ranked.map((one) => one.document.key));
  // The last candidate answers least: when it is good enough, so may be those that come after it.
  const goesOn = known.has(candidates.at(-1)?.key ?? "");
  const beyond = goesOn ? Math.max(0, found.total - candidates.length) : 0;
  const page = ranked.slice(offset, offset + limit);
  if (beyond > 0 && page.length < limit) {
    const start = rankedAtMost + Math.max(0, offset - ranked.length);
    const next = await engine().candidates({ ...wanted, limit: limit - page.length, offset: start });
    page.push(...order(documentsOf(next).filter(({ key }) => !known.has(key))));
  }
  return {
    query: text,
    engine: found.engine,
    limited: found.limited,
    total: ranked.length + beyond,
    more: beyond > 0 && found.total >= countedAtMost,
    facets: beyond > 0 ? found.facets : countFacets(ranked.map((one) => one.document)),
    hits: page.map((one) => hit(one, index, question, locale)),
  };
}

function asItIs(one: SearchDocument): Ranked {
  return { document: one, score: 0, match: "exact", why: null };
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
