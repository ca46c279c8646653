import type { Prisma } from "../db/client";

/** Every job there is. A payload names a thing by key, never by content: the task reads the thing again. */
export type Jobs = {
  "search.refresh": { key: string };
  "search.rebuild": Record<string, never>;
  "search.mirror": { key: string };
  "mail.send": { id: string };
  "following.due": Record<string, never>;
  "limits.forget": Record<string, never>;
  "person.link": { id: string };
  "following.digest": { id: string };
  "suggestion.redate": Record<string, never>;
  "files.drop": { key: string };
  "retention.run": Record<string, never>;
  "journal.head": Record<string, never>;
  "export.make": { id: string };
  "export.forget": Record<string, never>;
};

type Transaction = Pick<Prisma.TransactionClient, "$executeRaw">;

/** Adds a job inside the caller's transaction: it exists exactly when the change does. Same key while waiting: one job. */
export async function addJob<Name extends keyof Jobs>(
  transaction: Transaction,
  name: Name,
  payload: Jobs[Name],
  jobKey?: string,
): Promise<void> {
  const json = JSON.stringify(payload);
  await transaction.$executeRaw`SELECT graphile_worker.add_job(${name}, ${json}::json, job_key => ${jobKey ?? null}::text, max_attempts => 12)`;
}
