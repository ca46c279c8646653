/**
 * What both engines store of one document. `tokens` come from the portal's own analyzer and are matched verbatim;
 * `document` is given back as it came, for the room that ranks and shows it.
 */
export type Prepared = {
  key: string;
  kind: string;
  function: string | null;
  places: string[];
  year: number | null;
  state: string | null;
  weight: number;
  updatedAt: string;
  tokens: string[];
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
  /** Lately changed ones first instead. Only the portal's own database answers that. */
  newest?: boolean;
};

export type Count = { value: string; count: number };
export type Facets = { kind: Count[]; function: Count[]; place: Count[]; year: Count[]; state: Count[] };
export type EngineName = "postgres" | "meilisearch";
export type Candidates = {
  documents: unknown[];
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
