import type { Wish } from "~/domain/kernel/listing";
import type { Page } from "~/domain/kernel/page";
import { db, pool } from "~/platform/db/client";
import { anywhere, inOrder, pageOf, viewOf, type Listing, type View } from "~/platform/db/listing";
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
};

const failed = `last_error IS NOT NULL AND locked_at IS NULL`;
const errorMost = 200;
const firstLine = (error: string) => `left(split_part(${error}, E'\\n', 1), ${errorMost})`;

/** What is not tried again by itself comes after all that is. */
const next = "CASE WHEN attempts >= max_attempts THEN 'infinity'::timestamptz ELSE run_at END";
const jobColumns = { task: "task_identifier", attempts: "attempts", next } as const;
export const jobSorts = ["task", "attempts", "next"] as const satisfies (keyof typeof jobColumns)[];
export type JobSearch = Wish<(typeof jobSorts)[number]>;

function jobs({ words, sort }: JobSearch): Listing {
  return {
    columns: `id::text, task_identifier AS task, attempts, attempts >= max_attempts AS over,
      ${firstLine("last_error")} AS error, run_at AS "nextAt"`,
    from: `graphile_worker.jobs WHERE ${failed}
      AND ($1 = '' OR task_identifier ILIKE $2 OR last_error ILIKE $2 OR id::text = $1)`,
    order: `${inOrder(jobColumns[sort.by], sort)}, updated_at DESC, id`,
    values: [words, anywhere(words)],
  };
}

/** One page of the jobs that failed. */
export function failedJobs(search: JobSearch): Promise<Page<FailedJob>> {
  return pageOf<FailedJob>(jobs(search), search.page);
}

/** All of them, as it is at one moment. */
export function allFailedJobs(search: JobSearch): Promise<View<FailedJob>> {
  return viewOf<FailedJob>(jobs(search));
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
  /** Of a letter that came back: the code that says why. */
  returnCode: string | null;
};

const letterColumns = {
  recipient: "recipient",
  template: "template",
  since: 'mail."createdAt"',
  attempts: "coalesce(attempts, 0)",
} as const;
export const letterSorts = [
  "recipient",
  "template",
  "since",
  "attempts",
] as const satisfies (keyof typeof letterColumns)[];
export type LetterSearch = Wish<(typeof letterSorts)[number]>;

function letters({ words, sort }: LetterSearch): Listing {
  return {
    columns: `mail.id::text, recipient, template, mail."createdAt", jobs.id::text AS job,
      coalesce(attempts, 0)::int AS attempts, ${firstLine("last_error")} AS error, "returnCode"`,
    from: `mail LEFT JOIN graphile_worker.jobs ON jobs.key = 'mail:' || mail.id::text AND mail.state = 'waiting'
      WHERE (mail.state = 'returned' OR (mail.state = 'waiting' AND (jobs.last_error IS NOT NULL OR jobs.id IS NULL)))
      AND ($1 = '' OR recipient ILIKE $2 OR template ILIKE $2 OR last_error ILIKE $2 OR "returnCode" ILIKE $2)`,
    order: `${inOrder(letterColumns[sort.by], sort)}, mail.id`,
    values: [words, anywhere(words)],
  };
}

/** One page of the letters that could not be handed to a mail server so far, or came back. */
export function stuckLetters(search: LetterSearch): Promise<Page<StuckLetter>> {
  return pageOf<StuckLetter>(letters(search), search.page);
}

/** All of them, as it is at one moment. */
export function allStuckLetters(search: LetterSearch): Promise<View<StuckLetter>> {
  return viewOf<StuckLetter>(letters(search));
}

/** What the index holds: documents in all and of each kind, the newest of them, and what is still to be brought into it. */
export async function index() {
  const [kinds, waiting] = await Promise.all([
    pool().query<{ kind: string; count: number; newest: Date }>(
      `SELECT split_part(key, ':', 1) AS kind, count(*)::int AS count, max("updatedAt") AS newest FROM search_row GROUP BY 1 ORDER BY 1`,
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
