/** What the double of Meilisearch holds of one index, and how it searches: by filter, ranked by custom rules, with facets. */
export type Fields = Record<string, unknown> & { id: string };
export type Settings = {
  filterableAttributes?: { attributePatterns: string[] }[];
  rankingRules?: string[];
  displayedAttributes?: string[];
};
export type Search = {
  filter?: string;
  limit?: number;
  offset?: number;
  facets?: string[];
  attributesToRetrieve?: string[];
};
type Test = (document: Fields) => boolean;

export class Refused extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export class FakeIndex {
  readonly documents = new Map<string, Fields>();
  settings: Settings = {};

  search({ filter, limit = 20, offset = 0, facets = [], attributesToRetrieve }: Search): object {
    const test = filter === undefined ? () => true : filterOf(filter, this.#filterable());
    const found = [...this.documents.values()].filter(test).toSorted((one, other) => this.#compare(one, other));
    const facetDistribution: Record<string, Record<string, number>> = {};
    for (const name of facets) {
      if (!this.#filterable().has(name)) throw new Refused("invalid_search_facets");
      const counts: Record<string, number> = {};
      for (const value of found.flatMap((one) => valuesOf(one[name]))) counts[value] = (counts[value] ?? 0) + 1;
      facetDistribution[name] = counts;
    }
    const shown = (attributesToRetrieve ?? ["id"]).filter((name) => this.settings.displayedAttributes?.includes(name));
    return {
      hits: found
        .slice(offset, offset + limit)
        .map((one) => Object.fromEntries(shown.map((name) => [name, one[name]]))),
      estimatedTotalHits: found.length,
      ...(facets.length > 0 ? { facetDistribution } : {}),
      limit,
      offset,
      processingTimeMs: 0,
      query: "",
    };
  }

  #filterable(): Set<string> {
    return new Set((this.settings.filterableAttributes ?? []).flatMap((rule) => rule.attributePatterns));
  }

  #compare(one: Fields, other: Fields): number {
    for (const rule of this.settings.rankingRules ?? []) {
      const [name = "", way] = rule.split(":");
      const [here, there] = [one[name], other[name]] as (number | string)[];
      if (here === there || here === undefined || there === undefined) continue;
      return here < there === (way === "asc") ? -1 : 1;
    }
    return 0;
  }
}

const known = new WeakMap<Fields, Map<string, Set<string>>>();

/** The values of an attribute, made ready once for each document. */
function valuesIn(document: Fields, name: string): Set<string> {
  const own = known.get(document) ?? new Map<string, Set<string>>();
  known.set(document, own);
  const values = own.get(name) ?? new Set(valuesOf(document[name]));
  own.set(name, values);
  return values;
}

function valuesOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((one) => normal(String(one)));
}

/** Meilisearch compares facet values trimmed, decomposed and in lower case. */
const normal = (value: string) => value.trim().normalize("NFKD").toLowerCase();

/** Reads a filter: or of and of (a = "v" | a IN ["v", …] | parentheses), as Meilisearch's grammar has them. */
function filterOf(text: string, filterable: Set<string>): Test {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[()[\],=]|[\p{L}\p{N}_.-]+|\S/gu) ?? [];
  let at = 0;
  const take = (expected?: string): string => {
    const token = tokens[at];
    if (token === undefined || (expected !== undefined && token !== expected))
      throw new Refused("invalid_search_filter");
    at += 1;
    return token;
  };
  const value = () =>
    normal(
      take()
        .replace(/^"(.*)"$/su, "$1")
        .replaceAll('\\"', '"'),
    );
  const either = (): Test => {
    const tests = [both()];
    while (tokens[at] === "OR" && take()) tests.push(both());
    return (document) => tests.some((test) => test(document));
  };
  const both = (): Test => {
    const tests = [one()];
    while (tokens[at] === "AND" && take()) tests.push(one());
    return (document) => tests.every((test) => test(document));
  };
  const one = (): Test => {
    if (tokens[at] === "(") {
      take("(");
      const inner = either();
      take(")");
      return inner;
    }
    const name = take();
    if (!filterable.has(name)) throw new Refused("invalid_search_filter");
    const wanted = new Set<string>();
    const without = tokens[at] === "NOT" && take() === "NOT";
    if (take() === "=") wanted.add(value());
    else {
      take("[");
      do wanted.add(value());
      while (take() === ",");
    }
    return (document) => {
      const own = valuesIn(document, name);
      return [...wanted].some((token) => own.has(token)) !== without;
    };
  };
  const test = either();
  if (at < tokens.length) throw new Refused("invalid_search_filter");
  return test;
}
