import type { Settings } from "meilisearch";
import { countedAtMost } from "./engine";

/** Goes up with every change below: an index made with other settings is another index, and is built anew. */
const settingsVersion = 3;

/** The name of the index that searches read; the one under construction bears it with `-next`. */
export const indexName = `qiaoqiao-${settingsVersion}`;

/** From this release on an index can be renamed into place, and attributes be filtered by equality alone. */
const oldest = 18;

export function supports(version: string): boolean {
  const [, minor] = /^1\.(\d+)\.\d+/.exec(version) ?? [];
  return minor !== undefined && Number(minor) >= oldest;
}

const facets = ["kind", "function", "places", "year", "state"];
export const facetNames: readonly string[] = facets;

/** What candidates are ranked by. */
export const ranking: readonly string[] = ["key", ...facets, "weight", "tokens", "names", "labels"];

/**
 * Tokens are matched as filter values: they are stored as they come, no tokenizer, dictionary, typo or limit of ten
 * query words between them and the question, and a group of tokens is one condition, as in PostgreSQL. What would be
 * tokenized is declared as English, so that no Chinese dictionary is ever consulted.
 */
export const settings: Settings = {
  searchableAttributes: ["id"],
  displayedAttributes: ["id", "source", ...ranking],
  filterableAttributes: [
    {
      attributePatterns: ["key", "tokens", ...facets],
      features: { facetSearch: false, filter: { equality: true, comparison: false } },
    },
  ],
  sortableAttributes: [],
  rankingRules: ["weight:desc", "key:asc"],
  localizedAttributes: [{ attributePatterns: ["*"], locales: ["eng"] }],
  typoTolerance: { enabled: false },
  prefixSearch: "disabled",
  proximityPrecision: "byAttribute",
  facetSearch: false,
  faceting: { maxValuesPerFacet: 300, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits: countedAtMost },
  // Longer than the portal waits: it would rather hear nothing, and ask PostgreSQL, than get a half-ranked list.
  searchCutoffMs: 500,
};
