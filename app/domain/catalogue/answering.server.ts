import { kinds, type SearchDocument } from "~/domain/finding/document";
import { matchNames, type NameMatch } from "~/domain/finding/match";
import type { NameIndex } from "~/domain/finding/names";
import { groupsOf, mostGroups, questionOf, tokensOf, type Question } from "~/domain/finding/question";
import { homesOf, rank, rankable, type Rankable, type Ranked } from "~/domain/finding/score";
import { engine } from "~/platform/search/choose";
import {
  countedAtMost,
  facetValuesAtMost,
  rankedAtMost,
  type Candidate,
  type Candidates,
  type Facets,
  type Filters,
  type Wanted,
} from "~/platform/search/engine";
import { searchNames } from "./known.server";

/** A thing in memory or one that the engine tells of: all that a search ranks, filters and counts by. */
export type Thing = Rankable & Pick<SearchDocument, "functionCode" | "year" | "state">;

/** What a text asks for, and all that it names. */
export type Asking = { text: string; index: NameIndex; matches: NameMatch[]; question: Question };

/**
 * All that answers, in its order. `ranked` are the best; `beyond` are those after them that nobody ranked, and there are
 * `more` when there are more of them than were counted.
 */
export type Answers = {
  ranked: Ranked<Thing>[];
  beyond: number;
  more: boolean;
  facets: Facets;
  from: Pick<Candidates, "engine" | "limited">;
  /** So many of those beyond, from one on: weightiest first, as nobody could rank them all. */
  next: (limit: number, offset: number) => Promise<Ranked<Thing>[]>;
};

export async function askingFor(text: string): Promise<Asking> {
  const index = await searchNames();
  const matches = matchNames(index, text);
  return { text, index, matches, question: questionOf(index, text, matches) };
}

/**
 * What answers within the filters. A filter never lets in what does not answer without it: as long as all that answers
 * is ranked, it is taken from that; where there is more, each must answer all of the question.
 */
export async function answersTo(asking: Asking, filters: Filters): Promise<Answers> {
  const filtered = Object.values(filters).some((value) => value !== undefined);
  if (!filtered || asking.text.trim() === "") return read(asking, filters);
  const whole = await read(asking, {});
  if (whole.beyond > 0) return read(asking, filters, true);
  const ranked = whole.ranked.filter(({ document }) => fits(document, filters));
  return { ...whole, ranked, facets: countFacets(ranked) };
}

/** What an engine is asked for, but for the things that are known by name: those stand among the answers as they are. */
function wantedOf({ index, question, matches }: Asking, filters: Filters): Wanted & { named: Thing[] } {
  const things = [...matches, ...question.alike].flatMap(({ document: at }) => index.documents[at] ?? []);
  const named = [...new Set([...things, ...homesOf(index, matches)])].filter((one) => fits(one, filters)).map(rankable);
  const except = named.map(({ key }) => key);
  return { groups: groupsOf(index, question), filters, probes: tokensOf(question), except, limit: rankedAtMost, named };
}

async function read(asking: Asking, filters: Filters, every = false): Promise<Answers> {
  const { named, ...wanted } = wantedOf(asking, filters);
  // Where what is named answers all of it, nobody wants what answers a part.
  const answered = inOrder(asking, named).some(({ match }) => match !== "approximate");
  const found = await engine().candidates({ ...wanted, every: every || answered });
  const candidates = thingsIn(asking, found.best);
  const ranked = inOrder(asking, [...named, ...candidates]);
  const kept = new Set(ranked.map(({ document }) => document.key));
  // Those beyond are answers as sure as these only when all of these are, and are so for all of the question.
  const alike = found.every && wanted.groups.length < mostGroups && candidates.every(({ key }) => kept.has(key));
  const beyond = alike ? Math.max(0, found.total - candidates.length) : 0;
  const shown = ranked.filter(({ document }) => beyond === 0 || wanted.except?.includes(document.key));
  return {
    ranked,
    beyond,
    more: beyond > 0 && found.total >= countedAtMost,
    facets: beyond > 0 ? together(found.facets, countFacets(shown)) : countFacets(shown),
    from: found,
    next: async (limit, offset) => {
      const { best } = await engine().candidates({ ...wanted, every: true, limit, offset: rankedAtMost + offset });
      const things = thingsIn(asking, best);
      const scored = new Map(inOrder(asking, things).map((one) => [one.document.key, one]));
      return things.flatMap(({ key }) => scored.get(key) ?? []);
    },
  };
}

/** What answers, lately changed first: of what is ranked when that is all, otherwise what an engine finds so. */
export async function newestAnswers(asking: Asking, filters: Filters): Promise<string[]> {
  const { ranked, beyond } = await answersTo(asking, filters);
  if (beyond === 0) return ranked.map(({ document }) => document.key);
  const { named, except, ...wanted } = wantedOf(asking, filters);
  const { best } = await engine().candidates({ ...wanted, every: true, newest: true });
  const others = thingsIn(asking, best).filter(({ key }) => !except?.includes(key));
  return inOrder(asking, [...named, ...others]).map(({ document }) => document.key);
}

function inOrder({ text, index, question }: Asking, things: Thing[]): Ranked<Thing>[] {
  if (text.trim() !== "") return rank(index, question, things);
  return things.map((document) => ({ document, score: 0, match: "exact", why: null }));
}

function thingsIn({ index, question }: Asking, candidates: Candidate[]): Thing[] {
  const places = new Map(tokensOf(question).map((token, at) => [token, at]));
  return candidates.map(({ key, kind, places: within, weight, year, state, function: functionCode, stands }): Thing => {
    const inMemory = index.byKey.get(key);
    if (inMemory) return rankable(inMemory);
    return {
      key,
      kind: kinds.find((known) => known === kind) ?? "document",
      slug: key.slice(kind.length + 1),
      places: within,
      weight,
      year,
      state,
      functionCode,
      stands: (token) => stands[places.get(token) ?? -1] ?? null,
    };
  });
}

type Countable = Pick<SearchDocument, "kind" | "functionCode" | "places" | "year" | "state">;

function fits(found: Countable, { kind, function: fn, place, year, state }: Filters): boolean {
  return (
    (kind === undefined || found.kind === kind) &&
    (fn === undefined || found.functionCode === fn) &&
    (place === undefined || found.places.includes(place)) &&
    (year === undefined || found.year === year) &&
    (state === undefined || found.state === state)
  );
}

function countFacets(ranked: Ranked<Thing>[]): Facets {
  const all = ranked.map(({ document }) => document);
  const count = (values: (string | number | null)[]) => {
    const sums = new Map<string, number>();
    for (const value of values) if (value !== null) sums.set(String(value), (sums.get(String(value)) ?? 0) + 1);
    return commonest(sums);
  };
  return {
    kind: count(all.map((one) => one.kind)),
    function: count(all.map((one) => one.functionCode)),
    place: count(all.flatMap((one) => one.places)),
    year: count(all.map((one) => one.year)),
    state: count(all.map((one) => one.state)),
  };
}

function commonest(sums: Map<string, number>): Facets["kind"] {
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, facetValuesAtMost);
}

/** The counts of two sets that share nothing. */
function together(one: Facets, other: Facets): Facets {
  const sum = (name: keyof Facets) => {
    const sums = new Map(one[name].map(({ value, count }) => [value, count]));
    for (const { value, count } of other[name]) sums.set(value, (sums.get(value) ?? 0) + count);
    return commonest(sums);
  };
  return { kind: sum("kind"), function: sum("function"), place: sum("place"), year: sum("year"), state: sum("state") };
}
