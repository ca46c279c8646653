import type { EventEmitter } from "node:events";
import { setTimeout } from "node:timers/promises";
import { Client } from "pg";
import { log } from "../log";

/** How often one looks, and how long a job must have been held to be looked at, in milliseconds. */
const every = 2000;
const heldFor = 5000;

/**
 * Frees the jobs of workers that are gone. A killed worker's jobs stay marked as taken, by graphile-worker's rule for four
 * hours. So each worker holds a lock of its own name for as long as its process has a line to the database, and takes
 * from the others what nobody holds any more. Jobs re-read what they work on: one done twice does no harm.
 */
export function freeStranded(url: string, workers: EventEmitter): { stop: () => void } {
  const own = new Set<string>();
  const end = { asked: false };
  workers.on("worker:create", ({ worker }: { worker: { workerId: string } }) => void own.add(worker.workerId));
  workers.on("worker:release", ({ worker }: { worker: { workerId: string } }) => void own.delete(worker.workerId));
  const watch = async (): Promise<void> => {
    const line = new Client({ connectionString: url, application_name: "qiaoqiao-stranded", query_timeout: 5000 });
    line.on("error", () => {});
    const held = new Set<string>();
    try {
      await line.connect();
      while (!end.asked) {
        for (const name of own) {
          if (!held.has(name)) await line.query(`SELECT pg_advisory_lock(${key("$1")})`, [name]);
          held.add(name);
        }
        const { rowCount } = await line.query(free, [[...own], heldFor]);
        if (rowCount) log("info", "jobs.freed", { workers: rowCount });
        await setTimeout(every, undefined, { ref: false });
      }
    } finally {
      await line.end().catch(() => {});
    }
  };
  const keepOn = async (): Promise<void> => {
    while (!end.asked) await watch().catch(() => setTimeout(every, undefined, { ref: false }));
  };
  void keepOn();
  return {
    stop: () => {
      end.asked = true;
    },
  };
}

const key = (name: string) => `hashtextextended('qiaoqiao worker ' || ${name}, 0)`;

const free = `WITH taken AS (
    SELECT DISTINCT locked_by AS name FROM graphile_worker._private_jobs
    WHERE locked_by <> ALL($1::text[]) AND locked_at < now() - $2 * interval '1 millisecond'),
  gone AS MATERIALIZED (SELECT name FROM taken WHERE pg_try_advisory_xact_lock(${key("name")}))
  SELECT graphile_worker.force_unlock_workers(array_agg(name)) FROM gone HAVING count(*) > 0`;
