import type { SearchParams } from "meilisearch";
import { z } from "zod";
import {
  countedAtMost,
  EngineFault,
  facetValuesAtMost,
  probedAtMost,
  type Candidate,
  type Candidates,
  type Count,
  type Facets,
  type Field,
  type Wanted,
} from "./engine";
import { facetNames, ranking } from "./meilisearch-settings";

/** What is asked for with every search. */
export function asked(filter: string, limit: number, withFacets: boolean, offset = 0): SearchParams {
  return {
    ...(filter === "" ? {} : { filter }),
    limit,
    offset,
    attributesToRetrieve: [...ranking],
    ...(withFacets ? { facets: [...facetNames] } : {}),
  };
}

const counts = z.record(z.string(), z.number());
const words = z.array(z.string());
const hit = z.object({
  key: z.string(),
  kind: z.string(),
  function: z.string().nullable(),
  places: words,
  year: z.number().nullable(),
  state: z.string().nullable(),
  weight: z.number(),
  tokens: words,
  names: words,
  labels: words,
});
const schema = z.object({
  hits: z.array(hit),
  estimatedTotalHits: z.number().int().min(0),
  facetDistribution: z.record(z.string(), counts).optional(),
});

export type Answer = z.infer<typeof schema>;

/** An answer to a search, once it has proved to be one. */
export function answerOf(value: unknown, offset = 0): Answer {
  const answer = schema.parse(value);
  if (answer.hits.length === 0 && answer.estimatedTotalHits > offset) throw new EngineFault("nonsense");
  return answer;
}

/** The candidates in the hits of some answers, each once, first come first, without so many of the first. */
export function candidatesOf(
  answers: Answer[],
  counted: Answer,
  { limit, offset = 0, probes = [] }: Wanted,
  every: boolean,
): Candidates {
  const hits = new Map(answers.flatMap(({ hits: own }) => own.map((one) => [one.key, one] as const)));
  const told = probes.slice(0, probedAtMost);
  return {
    every,
    best: [...hits.values()].slice(offset, offset + limit).map((one) => candidateOf(one, told)),
    total: Math.min(counted.estimatedTotalHits, countedAtMost),
    facets: facetsOf(counted),
    engine: "meilisearch",
    limited: false,
  };
}

function candidateOf({ tokens, names, labels, ...rest }: z.infer<typeof hit>, probes: string[]): Candidate {
  const [all, named, labelled] = [new Set(tokens), new Set(names), new Set(labels)];
  const stands = probes.map((token): Field | null =>
    named.has(token) ? "names" : labelled.has(token) ? "labels" : all.has(token) ? "text" : null,
  );
  return { ...rest, stands };
}

function facetsOf({ facetDistribution = {} }: Answer): Facets {
  const of = (name: string): Count[] =>
    Object.entries(facetDistribution[name] ?? {})
      .map(([value, count]) => ({ value, count }))
      .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
      .slice(0, facetValuesAtMost);
  return { kind: of("kind"), function: of("function"), place: of("places"), year: of("year"), state: of("state") };
}
