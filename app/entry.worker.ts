import { EventEmitter } from "node:events";
import { setTimeout } from "node:timers/promises";
import { parseCronItems, run, Logger, type Runner, type TaskList } from "graphile-worker";
import { Pool } from "pg";
import { z } from "zod";
import { refreshSearch, rebuildSearch } from "~/domain/catalogue/indexing.server";
import { queueDueDigests, sendDigest } from "~/domain/following/following.server";
import { redateAssigned } from "~/domain/suggestion/redating.server";
import { forgetExports } from "~/domain/export/export.server";
import { makeExport } from "~/domain/export/making.server";
import { eraseOldEnquiries } from "~/domain/enquiry/enquiry.server";
import { tellHead } from "~/domain/journal/journal.server";
import { eraseOldLeads } from "~/domain/lead/lead.server";
import { forgetOldClaims } from "~/domain/membership/keeping.server";
import { carryOutRetention } from "~/domain/privacy/own.server";
import { sendLink } from "~/domain/person/link/link.server";
import { allLists } from "~/http/lists/lists";
import { ensureDatabase } from "~/launch/database";
import { recordHref } from "~/paths";
import { bearLoss, closeDb } from "~/platform/db/client";
import { env } from "~/platform/env";
import { dropFile } from "~/platform/files/files";
import type { Jobs } from "~/platform/jobs/jobs";
import { freeStranded } from "~/platform/jobs/stranded";
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
  "suggestion.redate": () => redateAssigned(),
  "limits.forget": () => forgetOldTries(),
  "person.link": (payload) => sendLink(id.parse(payload).id, env().BASE_URL),
  "following.digest": (payload) => sendDigest(id.parse(payload).id, env().BASE_URL, recordHref),
  "files.drop": (payload) => dropFile(key.parse(payload).key),
  "retention.run": async () => {
    await Promise.all([carryOutRetention(), eraseOldEnquiries(), eraseOldLeads(), forgetOldClaims()]);
  },
  "journal.head": () => tellHead(),
  "export.make": (payload) => makeExport(id.parse(payload).id, allLists),
  "export.forget": () => forgetExports(),
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
  const events = new EventEmitter();
  const stranded = freeStranded(env().DATABASE_URL ?? "", events);
  const end = { asked: false };
  const stop = async () => {
    if (end.asked) return;
    end.asked = true;
    await runner?.stop().catch(() => {});
    stranded.stop();
    await Promise.race([Promise.all([pool.end(), closeDb()]), setTimeout(5000)]);
    log("info", "worker.stopped");
    process.exit(0);
  };
  for (const event of ["SIGTERM", "SIGINT", "disconnect"] as const) process.on(event, () => void stop());
  for (let first = true; !end.asked; first = false) {
    try {
      runner = await work(pool, events);
      if (first) {
        log("info", "worker.started");
        process.send?.({ started: true });
      }
      await runner.promise;
    } catch (error) {
      if (first && !runner) throw error;
      log("warn", "worker.lost", { code: error instanceof Error && "code" in error ? String(error.code) : null });
    }
    if (!end.asked) await setTimeout(2000);
  }
}

/** Takes jobs until it is stopped; ends with a failure when the database stays away, and is then begun again. */
function work(pgPool: Pool, events: EventEmitter): Promise<Runner> {
  const parsedCronItems = parseCronItems([
    { task: "following.due", match: "*/15 * * * *" },
    // Just after midnight in China: words about the calendar that come into force on the new day.
    { task: "suggestion.redate", match: "5 16 * * *" },
    { task: "retention.run", match: "30 18 * * *", options: { backfillPeriod: 24 * 3600 * 1000 } },
    // At midnight in Beijing; made up for when no worker ran then.
    { task: "journal.head", match: "0 16 * * *", options: { backfillPeriod: 24 * 3600 * 1000 } },
    { task: "limits.forget", match: "7 * * * *" },
    { task: "export.forget", match: "*/10 * * * *" },
  ]);
  const settings = { parsedCronItems, concurrency: 4, pollInterval: 1000, noHandleSignals: true };
  return run({ pgPool, taskList: tasks, logger: quiet, events, ...settings });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
