/** By what a document is filtered and counted. */
export type Marked = {
  kind: string;
  function: string | null;
  places: string[];
  year: number | null;
  state: string | null;
};

/** Parts of a document, the most telling first. */
export const fields = ["names", "labels", "text"] as const;
export type Field = (typeof fields)[number];

/**
 * What both engines store of one document. `tokens` come from the portal's own analyzer and are matched verbatim, each
 * in one field; `document` is given back as it came, for the room that shows it.
 */
export type Prepared = Marked & {
  key: string;
  weight: number;
  updatedAt: string;
  tokens: Record<Field, string[]>;
  document: unknown;
};

export type Filters = { kind?: string; function?: string; place?: string; year?: number; state?: string };

/** What a search asks an engine for. */
export type Wanted = {
  /** Groups of tokens that mean the same, ten at most; a document matches a group when it has at least one of its tokens. */
  groups: string[][];
  filters: Filters;
  /** How many candidates at most, best matching (most groups, then weight) first. */
  limit: number;
  /** How many of the best are passed over. */
  offset?: number;
  /** Only what has a token of every group. Otherwise, where nothing has, what has one of most groups is found. */
  every?: boolean;
  /** Keys of documents that are left out and not counted. */
  except?: string[];
  /** Lately changed ones first instead. Only the portal's own database answers that. */
  newest?: boolean;
  /** Tokens of which each candidate tells where they stand in it: the first hundred or so. */
  probes?: string[];
};

/** What a document is ranked by: its field for each probe that it was asked, in their order, null where it has it not. */
export type Candidate = Marked & { key: string; weight: number; stands: (Field | null)[] };

export type Count = { value: string; count: number };
export type Facets = { kind: Count[]; function: Count[]; place: Count[]; year: Count[]; state: Count[] };
export type EngineName = "postgres" | "meilisearch";
export type Candidates = {
  best: Candidate[];
  /** Whether each of them has a token of every group. */
  every: boolean;
  /** How many there are in all, counted up to `countedAtMost`. */
  total: number;
  facets: Facets;
  /** The engine that answered. */
  engine: EngineName;
  /** Whether it stood in for another one that could not. */
  limited: boolean;
};

/** Most candidates that are ever ranked. Longer lists are read for other ends, such as the names held in memory. */
export const rankedAtMost = 200;

/** Most values of a facet that are told, the commonest first. */
export const facetValuesAtMost = 100;

/** Most probes that are looked for in each candidate. */
export const probedAtMost = 96;

/** How far matches are counted: at this number there may be more, and facets are counted over a part of them. */
export const countedAtMost = 2000;

/** Where search documents are stored and candidates are found. Ranking is not its business. */
export type SearchEngine = {
  readonly name: EngineName;
  put(documents: Prepared[]): Promise<void>;
  remove(keys: string[]): Promise<void>;
  candidates(wanted: Wanted): Promise<Candidates>;
  /** Documents by key, in the order of the keys; unknown keys are left out. */
  byKeys(keys: string[]): Promise<unknown[]>;
  /** Fills a new index and swaps it in when it is whole; searches go on with the old one meanwhile. */
  rebuild(batches: AsyncIterable<Prepared[]>): Promise<void>;
  /** Throws when the engine cannot answer. */
  check(): Promise<void>;
};

/** Why an engine did not do what it was asked: a code for logs, never anything that a person wrote. */
export class EngineFault extends Error {
  override name = "EngineFault";
  constructor(readonly code: string) {
    super(`The search engine failed: ${code}.`);
  }
}
