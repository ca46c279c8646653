import { Meilisearch } from "meilisearch";
import { z } from "zod";
import { EngineFault, type Candidates, type Prepared, type SearchEngine, type Wanted } from "./engine";
import { answerOf, asked, candidatesOf } from "./meilisearch-answer";
import { allOf, atLeast, exceptCondition, filterConditions, groupCondition } from "./meilisearch-filter";
import { indexName, settings, supports } from "./meilisearch-settings";
import { done, faultOf, type Patience } from "./meilisearch-task";

export type MeilisearchOptions = {
  url: string;
  key?: string | undefined;
  index?: string;
  /** How long a search may take, in milliseconds. */
  searchWithin?: number;
  /** How long one task may take and how often it is looked at. */
  patience?: Patience;
};
export type MeilisearchEngine = SearchEngine & {
  /** How many documents the index holds. Throws when it is not there, cannot be searched or the server is of another version. */
  count(): Promise<number>;
};

const stats = z.object({ numberOfDocuments: z.number().int().min(0) });
const stored = z.array(z.object({ id: z.string(), source: z.string() }));

/** The engine that runs beside the database: the same tokens, in an index of Meilisearch. */
export function meilisearch({
  url,
  key,
  index: live = indexName,
  searchWithin = 300,
  patience = { within: 60_000, interval: 50 },
}: MeilisearchOptions): MeilisearchEngine {
  const client = new Meilisearch({ host: url, timeout: 10_000, ...(key ? { apiKey: key } : {}) });
  const next = `${live}-next`;
  const run = (enqueue: Parameters<typeof done>[2], fine?: string[]) => done(client, patience, enqueue, fine);
  const add = (index: string, documents: Prepared[]) =>
    run(() => client.index(index).addDocuments(documents.map(record), { primaryKey: "id" }));
  const countOf = async (index: string) => stats.parse(await client.index(index).getStats()).numberOfDocuments;

  async function candidates(wanted: Wanted): Promise<Candidates> {
    const { groups, filters, limit, offset = 0 } = wanted;
    const init = { signal: AbortSignal.timeout(searchWithin) };
    const within = [...filterConditions(filters), ...exceptCondition(wanted.except)];
    const filter = (conditions: string[]) => (conditions.length === 0 ? "" : allOf(conditions));
    const all = answerOf(
      await client
        .index(live)
        .search(null, asked(filter([...within, ...groups.map(groupCondition)]), limit, true, offset), init),
      offset,
    );
    if (all.estimatedTotalHits > 0 || wanted.every || groups.length < 2)
      return candidatesOf([all], all, { ...wanted, offset: 0 }, true);
    const conditions = groups.map(groupCondition);
    const levels = conditions.map((_, missing) => conditions.length - missing);
    const { results } = await client.multiSearch(
      {
        queries: levels.map((level) => ({
          indexUid: live,
          ...asked(filter([...within, atLeast(level, conditions)]), offset + limit, level === 1),
        })),
      },
      init,
    );
    const answers = levels.map((_, at) => answerOf(results[at]));
    return candidatesOf(answers, answers.at(-1) ?? all, wanted, false);
  }

  async function rebuild(batches: AsyncIterable<Prepared[]>): Promise<void> {
    await run(() => client.deleteIndex(next), ["index_not_found"]);
    await run(() => client.createIndex(next, { primaryKey: "id" }));
    await run(() => client.index(next).updateSettings(settings));
    let sent = 0;
    for await (const documents of batches) {
      if (documents.length === 0) continue;
      await add(next, documents);
      sent += documents.length;
    }
    if ((await countOf(next)) !== sent) throw new EngineFault("rebuild_incomplete");
    const there = await exists();
    await run(() => client.swapIndexes([{ indexes: [next, live], rename: !there }]));
    if (there) await run(() => client.deleteIndex(next), ["index_not_found"]);
  }

  async function exists(): Promise<boolean> {
    return countOf(live).then(
      () => true,
      (error: unknown) => {
        if (faultOf(error).code === "index_not_found") return false;
        throw error;
      },
    );
  }

  /** A key for this index alone may not ask of what version the server is: whether it answers is then all there is to see. */
  async function isSupported(): Promise<boolean> {
    return client.getVersion().then(
      ({ pkgVersion }) => supports(String(pkgVersion)),
      (error: unknown) => {
        if (faultOf(error).code === "invalid_api_key") return true;
        throw error;
      },
    );
  }

  async function count(): Promise<number> {
    if (!(await isSupported())) throw new EngineFault("wrong_version");
    answerOf(await client.index(live).search(null, asked(groupCondition(["@"]), 1, true)));
    return countOf(live);
  }

  const clear = <Rest extends unknown[], Result>(work: (...rest: Rest) => Promise<Result>) => {
    return (...rest: Rest): Promise<Result> =>
      work(...rest).catch((error: unknown) => {
        throw faultOf(error);
      });
  };
  return {
    name: "meilisearch",
    // Adding documents to an index that is not there would make one without settings.
    put: clear(async (documents) => {
      await countOf(live);
      if (documents.length > 0) await add(live, documents);
    }),
    remove: clear((keys) => run(() => client.index(live).deleteDocuments(keys.map(idOf)), ["index_not_found"])),
    candidates: clear(candidates),
    byKeys: clear(async (keys) => {
      const ids = keys.map(idOf);
      const { results } = await client.index(live).getDocuments({ ids, fields: ["id", "source"], limit: keys.length });
      const found = new Map(stored.parse(results).map(({ id, source }) => [id, source]));
      return ids.flatMap((id) => found.get(id) ?? []).map((source): unknown => JSON.parse(source));
    }),
    rebuild: clear(rebuild),
    count: clear(count),
    check: clear(async () => void (await count())),
  };
}

/** Meilisearch takes letters, digits, hyphens and underscores in an id: all else is written as its code. */
function idOf(key: string): string {
  return key.replace(/[^a-zA-Z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16)}_`);
}

/** The document travels as text: it is given back as it came, and nothing in it is indexed by itself. */
function record({ document, tokens: { names, labels, text }, ...rest }: Prepared) {
  const tokens = [...names, ...labels, ...text];
  return { id: idOf(rest.key), ...rest, tokens, names, labels, source: JSON.stringify(document) };
}
