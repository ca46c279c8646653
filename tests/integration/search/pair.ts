import { Logger, runOnce } from "graphile-worker";
import { pool } from "~/platform/db/client";
import { env } from "~/platform/env";
import { meilisearch } from "~/platform/search/meilisearch";
import { follow, mirror, verifyMirror } from "~/platform/search/mirror";
import { postgres } from "~/platform/search/postgres/postgres";
import { resilient } from "~/platform/search/resilient";
import { FakeMeilisearch } from "../../fakes/meilisearch";

/** Both engines as the portal puts them together, over the double, with a clock that only the test moves. */
export function pair(double: FakeMeilisearch) {
  const time = { now: 0 };
  const patience = { within: 2000, interval: 2 };
  const first = meilisearch({ url: double.url, key: double.key, patience });
  const second = postgres(follow);
  const both = resilient({ first, second, verify: () => verifyMirror(first), clock: () => time.now });
  /** Lets the worker do all that is due; what fails stays in the queue. */
  const work = async () => {
    await runOnce({
      connectionString: env().DATABASE_URL ?? "",
      noHandleSignals: true,
      logger: new Logger(() => () => {}),
      taskList: { "search.mirror": (payload) => mirror(first, (payload as { key: string }).key) },
    });
  };
  return { first, second, both, time, work };
}

/** The keys that wait to be mirrored, with the attempts that were made. */
export async function waiting(): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ key: string; attempts: number }>(
    `SELECT key, attempts FROM graphile_worker.jobs WHERE task_identifier = 'search.mirror' AND attempts < max_attempts ORDER BY key`,
  );
  return Object.fromEntries(rows.map(({ key, attempts }) => [key.replace("search.mirror:", ""), attempts]));
}
