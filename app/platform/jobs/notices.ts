import { Client } from "pg";
import { log } from "../log";
import type { Prisma } from "../db/client";

const channel = "qiaoqiao_content";

/** Tells every process, when this transaction commits, that public content changed: cached pages and names are dropped. */
export async function announceChange(
  transaction: Pick<Prisma.TransactionClient, "$executeRaw">,
  topic: string,
): Promise<void> {
  await transaction.$executeRaw`SELECT pg_notify(${channel}, ${topic})`;
}

/** Hears the announcements of all processes until stopped; a lost line is taken up again, with one call on return. */
export function hearChanges(
  url: string,
  heard: (topic: string) => void,
): { ready: Promise<void>; stop: () => Promise<void> } {
  let client: Client | undefined;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let pulse: NodeJS.Timeout | undefined;

  const connect = async (again: boolean): Promise<void> => {
    const next = new Client({
      connectionString: url,
      application_name: "qiaoqiao-notices",
      keepAlive: true,
      connectionTimeoutMillis: 5000,
      query_timeout: 5000,
    });
    client = next;
    next.on("notification", (notice) => heard(notice.payload ?? ""));
    next.on("error", () => {});
    next.once("end", () => retry());
    const lost = () => void next.end().catch(() => {});
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
      if (again) heard("");
      clearInterval(pulse);
      // A line may be dead without a word, and then nothing is heard on it: it is asked now and then.
      pulse = setInterval(() => next.query("SELECT 1").catch(lost), 20_000).unref();
    } catch {
      retry();
    }
  };
  const retry = (): void => {
    if (stopped || timer) return;
    log("warn", "notices.lost");
    timer = setTimeout(() => {
      timer = undefined;
      void connect(true);
    }, 1000);
  };
  return {
    ready: connect(false),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      clearInterval(pulse);
      client?.removeAllListeners("end");
      await client?.end().catch(() => {});
    },
  };
}
