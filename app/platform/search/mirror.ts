import { pool } from "../db/client";
import { EngineFault } from "./engine";
import type { MeilisearchEngine } from "./meilisearch";
import type { Follow } from "./postgres/postgres";
import { storedCount, storedDocument, storedDocuments } from "./postgres/stored";

/** A change that waits longer than this makes the mirror unfit to answer. */
const lateAfter = "10 seconds";
/** What Meilisearch says of an index that is not there, or not made by these settings. */
const unusable = new Set(["index_not_found", "invalid_search_filter", "invalid_search_facets"]);
/** The key that stands for the whole index. */
export const wholeIndex = "*";

/**
 * Keeps Meilisearch a mirror of PostgreSQL's index. Every change adds a job in its own transaction; the job reads what
 * PostgreSQL holds by then and writes just that, and is tried again until it is done.
 */
export const follow: Follow = async (client, keys) => {
  await client.query(
    `SELECT graphile_worker.add_job('search.mirror', json_build_object('key', key), queue_name => 'search.mirror',
       job_key => 'search.mirror:' || key, max_attempts => 1000) FROM unnest($1::text[]) AS key`,
    [keys],
  );
};

/** Brings one key of the mirror up to date, or builds all of it anew. */
export async function mirror(engine: MeilisearchEngine, key: string): Promise<void> {
  await alone("pg_try_advisory_lock", async () => {
    if (key === wholeIndex) await engine.rebuild(storedDocuments());
    else await mirrorOne(engine, key);
  });
}

/** Builds the whole mirror anew unless the worker, which was asked for the same, comes first: then it waits for that. */
export async function mirrorWhole(engine: MeilisearchEngine): Promise<void> {
  await alone("pg_advisory_lock", async () => {
    if (!(await waitingJobs()).whole) return;
    await engine.rebuild(storedDocuments());
    await pool().query(`SELECT 1 FROM graphile_worker.remove_job('search.mirror:${wholeIndex}')`);
  });
}

/** Never two writers at once: the later one reads the later state. One that may not wait fails, and is tried again. */
async function alone(lock: "pg_try_advisory_lock" | "pg_advisory_lock", work: () => Promise<void>): Promise<void> {
  const client = await pool().connect();
  try {
    const { rows } = await client.query<{ mine: boolean | "" }>(
      `SELECT ${lock}(hashtext('qiaoqiao search mirror')) AS mine`,
    );
    if (rows[0]?.mine === false) throw new EngineFault("mirror_busy");
    try {
      await work();
    } finally {
      await client.query(`SELECT pg_advisory_unlock(hashtext('qiaoqiao search mirror'))`);
    }
  } finally {
    client.release();
  }
}

async function mirrorOne(engine: MeilisearchEngine, key: string): Promise<void> {
  const stored = await storedDocument(key);
  if (stored) await engine.put([stored]);
  else await engine.remove([key]);
}

type Waiting = { all: number; late: number; whole: boolean };

/**
 * Throws when the mirror is missing, not whole or late, after seeing to it that the worker mends it: it builds the
 * index anew, or tries at once what was put off while Meilisearch was away.
 */
export async function verifyMirror(engine: MeilisearchEngine): Promise<void> {
  const [own, stored, waiting] = await Promise.all([
    engine.count().catch((error: unknown) => {
      if (error instanceof EngineFault && unusable.has(error.code)) return null;
      throw error;
    }),
    storedCount(),
    waitingJobs(),
  ]);
  const slack = waiting.all + stored * 0.01;
  const whole = own !== null && Math.abs(own - stored) <= slack;
  if (!whole && !waiting.whole) await requestRebuild();
  if (waiting.all > 0) await hurry();
  if (own === null) throw new EngineFault("index_missing");
  if (!whole) throw new EngineFault("index_not_whole");
  if (waiting.late > 0) throw new EngineFault("index_late");
}

async function waitingJobs(): Promise<Waiting> {
  const { rows } = await pool().query<Waiting>(
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE created_at < now() - interval '${lateAfter}')::int AS late,
       coalesce(bool_or(key = 'search.mirror:${wholeIndex}'), false) AS whole
     FROM graphile_worker.jobs WHERE task_identifier = 'search.mirror' AND attempts < max_attempts`,
  );
  return rows[0] ?? { all: 0, late: 0, whole: false };
}

async function requestRebuild(): Promise<void> {
  const client = await pool().connect();
  try {
    await follow(client, [wholeIndex]);
  } finally {
    client.release();
  }
}

/** Jobs that wait for their next attempt are due now: Meilisearch is there. */
async function hurry(): Promise<void> {
  await pool().query(
    `SELECT 1 FROM graphile_worker.reschedule_jobs(ARRAY(SELECT id FROM graphile_worker.jobs
       WHERE task_identifier = 'search.mirror' AND attempts < max_attempts AND locked_at IS NULL AND run_at > now()), run_at => now())`,
  );
}
