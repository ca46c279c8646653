import { run, Logger, type TaskList } from "graphile-worker";
import { Pool } from "pg";
import { z } from "zod";
import { refreshSearch, rebuildSearch } from "~/domain/catalogue/indexing.server";
import { ensureDatabase } from "~/launch/database";
import { closeDb } from "~/platform/db/client";
import { env } from "~/platform/env";
import type { Jobs } from "~/platform/jobs/jobs";
import { log, logFault } from "~/platform/log";
import { sendLetter } from "~/platform/mail/mail";
import { mirrorSearch } from "~/platform/search/choose";

const key = z.object({ key: z.string() });
const id = z.object({ id: z.string() });

/** What the worker does for each job. A task reads the thing that its key names, so that doing it twice is harmless. */
const does: Record<keyof Jobs, (payload: unknown) => Promise<void>> = {
  "search.refresh": (payload) => refreshSearch(key.parse(payload).key),
  "search.rebuild": () => rebuildSearch(),
  "search.mirror": (payload) => mirrorSearch(key.parse(payload).key),
  "mail.send": (payload) => sendLetter(id.parse(payload).id),
};

const tasks: TaskList = Object.fromEntries(
  Object.entries(does).map(([name, task]) => [
    name,
    async (payload: unknown) => {
      try {
        await task(payload);
      } catch (error) {
        logFault(error, { job: name });
        throw error;
      }
    },
  ]),
);

/** graphile-worker's own messages quote payloads: only its warnings' existence is passed on. */
const quiet = new Logger(() => (level) => {
  if (level === "error") log("warn", "worker.trouble");
});

async function main(): Promise<void> {
  await ensureDatabase();
  const pool = new Pool({ connectionString: env().DATABASE_URL, max: 6, application_name: "qiaoqiao-worker" });
  const runner = await run({
    pgPool: pool,
    concurrency: 4,
    pollInterval: 1000,
    taskList: tasks,
    noHandleSignals: true,
    logger: quiet,
  });
  log("info", "worker.started");
  process.send?.({ started: true });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await runner.stop();
    await Promise.all([pool.end(), closeDb()]);
    log("info", "worker.stopped");
    process.exit(0);
  };
  for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const) process.on(event, () => void stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
