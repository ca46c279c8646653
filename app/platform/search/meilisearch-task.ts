import {
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchTaskTimeOutError,
  type EnqueuedTask,
  type Meilisearch,
} from "meilisearch";
import { z } from "zod";
import { log } from "../log";
import { EngineFault } from "./engine";

export type Patience = { within: number; interval: number };
const tries = 3;

/**
 * Has a task done: enqueues it, waits for its end, and enqueues it anew when Meilisearch itself stumbled. A task that
 * was refused, or does not end in time, is a fault. Codes in `fine` count as done.
 */
export async function done(
  client: Meilisearch,
  { within, interval }: Patience,
  enqueue: () => Promise<EnqueuedTask>,
  fine: string[] = [],
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const task = await client.tasks.waitForTask(await enqueue(), { timeout: within, interval });
    const code = task.error?.code ?? task.status;
    if (task.status === "succeeded" || fine.includes(code)) return;
    log("warn", "search.task.failed", { engine: "meilisearch", task: task.type, code, attempt });
    const transient = task.status === "canceled" || task.error?.type === "internal" || task.error?.type === "system";
    if (!transient || attempt === tries) throw new EngineFault(`task_${code}`);
  }
}

/** Any failure of a call as a fault with a code that says what happened. */
export function faultOf(error: unknown): EngineFault {
  if (error instanceof EngineFault) return error;
  if (error instanceof MeilisearchApiError)
    return new EngineFault(error.cause?.code ?? `http_${error.response.status}`);
  if (error instanceof MeilisearchTaskTimeOutError) return new EngineFault("task_slow");
  if (error instanceof MeilisearchRequestError)
    return new EngineFault(/Abort|Timeout|TimeOut/.test(nameOf(error.cause)) ? "slow" : "down");
  if (error instanceof SyntaxError || error instanceof z.ZodError) return new EngineFault("nonsense");
  return new EngineFault(`unknown_${nameOf(error)}`);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
