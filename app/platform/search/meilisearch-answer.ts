import type { SearchParams } from "meilisearch";
import { z } from "zod";
import { EngineFault, type Candidates, type Count, type Facets } from "./engine";
import { facetNames } from "./meilisearch-settings";

/** What is asked for with every search. */
export function asked(filter: string, limit: number, withFacets: boolean): SearchParams {
  return {
    ...(filter === "" ? {} : { filter }),
    limit,
    attributesToRetrieve: ["source"],
    ...(withFacets ? { facets: [...facetNames] } : {}),
  };
}

const counts = z.record(z.string(), z.number());
const schema = z.object({
  hits: z.array(z.object({ source: z.string() })),
  estimatedTotalHits: z.number().int().min(0),
  facetDistribution: z.record(z.string(), counts).optional(),
});
const document = z.looseObject({});

export type Answer = z.infer<typeof schema>;

/** An answer to a search, once it has proved to be one. */
export function answerOf(value: unknown): Answer {
  const answer = schema.parse(value);
  if (answer.hits.length === 0 && answer.estimatedTotalHits > 0) throw new EngineFault("nonsense");
  return answer;
}

/** The documents in the hits of some answers, each once, first come first. */
export function candidatesOf(answers: Answer[], counted: Answer, limit: number): Candidates {
  const sources = new Set(answers.flatMap(({ hits }) => hits.map(({ source }) => source)));
  return {
    documents: [...sources].slice(0, limit).map((source) => document.parse(JSON.parse(source))),
    total: counted.estimatedTotalHits,
    facets: facetsOf(counted),
    engine: "meilisearch",
    limited: false,
  };
}

function facetsOf({ facetDistribution = {} }: Answer): Facets {
  const of = (name: string): Count[] =>
    Object.entries(facetDistribution[name] ?? {})
      .map(([value, count]) => ({ value, count }))
      .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
      .slice(0, 30);
  return { kind: of("kind"), function: of("function"), place: of("places"), year: of("year"), state: of("state") };
}
