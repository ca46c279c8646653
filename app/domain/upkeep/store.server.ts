import { pageSize, type Page } from "~/domain/kernel/page";
import { db, pool } from "~/platform/db/client";
import { addJob } from "~/platform/jobs/jobs";
import { note } from "~/platform/journal/note";

/** A job that failed at least once and is not done. `over`: it is not tried again unless somebody asks. */
export type FailedJob = {
  id: string;
  task: string;
  attempts: number;
  over: boolean;
  error: string;
  nextAt: Date;
  updatedAt: Date;
};
type Row = { id: string; task: string; attempts: number; most: number; error: string; nextAt: Date; updatedAt: Date };

const failed = `last_error IS NOT NULL AND locked_at IS NULL`;
const columns = `id::text, task_identifier AS task, attempts, max_attempts AS most, last_error AS error,
  run_at AS "nextAt", updated_at AS "updatedAt"`;
const errorMost = 200;

function jobOf({ most, error, ...row }: Row): FailedJob {
  return { ...row, over: row.attempts >= most, error: (error.split("\n")[0] ?? "").slice(0, errorMost) };
}

/** One page of the jobs that failed: first those that are given up, then the latest. */
export async function failedJobs(number: number): Promise<Page<FailedJob>> {
  const from = (number - 1) * pageSize;
  const [rows, count] = await Promise.all([
    pool().query<Row>(
      `SELECT ${columns} FROM graphile_worker.jobs WHERE ${failed}
       ORDER BY attempts < max_attempts, updated_at DESC, id LIMIT ${pageSize} OFFSET $1`,
      [from],
    ),
    pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM graphile_worker.jobs WHERE ${failed}`),
  ]);
  return { items: rows.rows.map(jobOf), number, size: pageSize, total: count.rows[0]?.total ?? 0 };
}

/** Has a job that failed begin anew at once. False: there is none, or it is being done at this moment. */
export async function retry(id: string, by: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const again = await tx.$queryRawUnsafe<unknown[]>(
      `SELECT 1 AS one FROM (SELECT graphile_worker.reschedule_jobs(ARRAY[id], run_at := now(), attempts := 0)
       FROM graphile_worker.jobs WHERE id = $1::bigint AND ${failed}) AS again`,
      id,
    );
    if (again.length > 0) await note(tx, { by: { id: by, part: "admin" }, deed: "upkeep.retry", reference: id });
    return again.length > 0;
  });
}

export type StuckLetter = {
  id: string;
  recipient: string;
  template: string;
  createdAt: Date;
  job: string | null;
  attempts: number;
  error: string | null;
};

/** The letters that could not be handed to a mail server so far, oldest first, and how many there are. */
export async function stuckLetters(most: number): Promise<{ items: StuckLetter[]; total: number }> {
  const from = `FROM mail LEFT JOIN graphile_worker.jobs ON jobs.key = 'mail:' || mail.id::text
    WHERE mail.state <> 'sent' AND (jobs.last_error IS NOT NULL OR jobs.id IS NULL)`;
  const [rows, count] = await Promise.all([
    pool().query<StuckLetter>(
      `SELECT mail.id::text, recipient, template, mail."createdAt", jobs.id::text AS job,
         coalesce(attempts, 0)::int AS attempts, left(split_part(last_error, E'\\n', 1), ${errorMost}) AS error
       ${from} ORDER BY mail."createdAt", mail.id LIMIT $1`,
      [most],
    ),
    pool().query<{ total: number }>(`SELECT count(*)::int AS total ${from}`),
  ]);
  return { items: rows.rows, total: count.rows[0]?.total ?? 0 };
}

/** What the index holds: documents in all and of each kind, the newest of them, and what is still to be brought into it. */
export async function index() {
  const [kinds, waiting] = await Promise.all([
    pool().query<{ kind: string; count: number; newest: Date }>(
      `SELECT kind, count(*)::int AS count, max("updatedAt") AS newest FROM search_row
       WHERE generation = (SELECT current FROM search_generation) GROUP BY kind ORDER BY kind`,
    ),
    pool().query<{ count: number }>(
      `SELECT count(*)::int AS count FROM graphile_worker.jobs WHERE task_identifier LIKE 'search.%'`,
    ),
  ]);
  return { kinds: kinds.rows, waiting: waiting.rows[0]?.count ?? 0 };
}

/** Has the index built anew from the rows; searches go on with the old one meanwhile. */
export async function rebuild(by: string): Promise<void> {
  await db().$transaction(async (tx) => {
    await addJob(tx, "search.rebuild", {}, "search.rebuild");
    await note(tx, { by: { id: by, part: "admin" }, deed: "upkeep.rebuild", reference: "" });
  });
}

/** Notes that an administrator looked at what failed: letters stand there with their addresses. */
export async function noteLook(by: string): Promise<void> {
  await note(db(), { by: { id: by, part: "admin" }, deed: "upkeep.read", reference: "" });
}
