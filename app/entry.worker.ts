import { parseCronItems, run, Logger, type Runner, type TaskList } from "graphile-worker";
import { Pool } from "pg";
import { z } from "zod";
import { refreshSearch, rebuildSearch } from "~/domain/catalogue/indexing.server";
import { queueDueDigests, sendDigest } from "~/domain/following/following.server";
import { sendLink } from "~/domain/person/link/link.server";
import { ensureDatabase } from "~/launch/database";
import { recordHref } from "~/paths";
import { bearLoss, closeDb } from "~/platform/db/client";
import { env } from "~/platform/env";
import type { Jobs } from "~/platform/jobs/jobs";
import { log, logFault } from "~/platform/log";
import { sendLetter } from "~/platform/mail/mail";
import { mirrorSearch } from "~/platform/search/choose";
import { forgetOldTries } from "~/platform/session/limits";

const key = z.object({ key: z.string() });
const id = z.object({ id: z.string() });

/** What the worker does for each job. A task reads the thing that its key names, so that doing it twice is harmless. */
const does: Record<keyof Jobs, (payload: unknown) => Promise<void>> = {
  "search.refresh": (payload) => refreshSearch(key.parse(payload).key),
  "search.rebuild": () => rebuildSearch(),
  "search.mirror": (payload) => mirrorSearch(key.parse(payload).key),
  "mail.send": (payload) => sendLetter(id.parse(payload).id),
  "following.due": () => queueDueDigests(),
  "limits.forget": () => forgetOldTries(),
  "person.link": (payload) => sendLink(id.parse(payload).id, env().BASE_URL),
  "following.digest": (payload) => sendDigest(id.parse(payload).id, env().BASE_URL, recordHref),
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
  bearLoss(pool);
  let runner: Runner | undefined;
  const end = { asked: false };
  const stop = async () => {
    if (end.asked) return;
    end.asked = true;
    await runner?.stop().catch(() => {});
    await Promise.race([Promise.all([pool.end(), closeDb()]), later(5000)]);
    log("info", "worker.stopped");
    process.exit(0);
  };
  for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const) process.on(event, () => void stop());
  for (let first = true; !end.asked; first = false) {
    try {
      runner = await work(pool);
      if (first) {
        log("info", "worker.started");
        process.send?.({ started: true });
      }
      await runner.promise;
    } catch (error) {
      if (first && !runner) throw error;
      log("warn", "worker.lost", { code: error instanceof Error && "code" in error ? String(error.code) : null });
    }
    if (!end.asked) await later(2000);
  }
}

/** Takes jobs until it is stopped; ends with a failure when the database stays away, and is then begun again. */
function work(pgPool: Pool): Promise<Runner> {
  const parsedCronItems = parseCronItems([
    { task: "following.due", match: "*/15 * * * *" },
    { task: "limits.forget", match: "7 * * * *" },
  ]);
  const settings = { parsedCronItems, concurrency: 4, pollInterval: 1000, noHandleSignals: true };
  return run({ pgPool, taskList: tasks, logger: quiet, ...settings });
}

function later(time: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, time);
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
