import { PrismaPg } from "@prisma/adapter-pg";
import { Client, Pool } from "pg";
import { PrismaClient, type Prisma } from "./generated/client";

export type { Prisma };

type Open = { pool: Pool; search: Pool; prisma: PrismaClient };
let open: Open | undefined;
let longest = 0;

/** Sets how many milliseconds a statement of this process may take; a web that answers readers waits for none for long. */
export function limitStatements(time: number): void {
  longest = time;
}

/** A line to the database that breaks fails what runs over it, and nothing else: unheard, it would end the process. */
export function bearLoss(lines: Pool): void {
  lines.on("error", () => {});
  lines.on("connect", (client) => client.on("error", () => {}));
}

function connection(): Open {
  if (!open) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("No database: DATABASE_URL is not set and no embedded one was started.");
    const settings = {
      connectionString: url,
      max: Number(process.env.DATABASE_POOL ?? 10),
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      ...(longest > 0 && { statement_timeout: longest }),
    };
    const connections = new Pool({ ...settings, application_name: "qiaoqiao" });
    const search = new Pool({
      ...settings,
      application_name: "qiaoqiao-search",
      onConnect: async (client) => void (await client.query(searching)),
    });
    bearLoss(connections);
    bearLoss(search);
    open = { pool: connections, search, prisma: new PrismaClient({ adapter: new PrismaPg(connections) }) };
  }
  return open;
}

/** Prisma on the one pool of this process. Only stores and platform code speak it. */
export function db(): PrismaClient {
  return connection().prisma;
}

/** The pool itself, for SQL that Prisma does not say: search, jobs, notifications. */
export function pool(): Pool {
  return connection().pool;
}

/**
 * What the planner does not know of the index: to look through all of it is never better than to ask it, compiling a
 * statement or sharing it out takes longer than any of them, and one plan of a statement is as good as a thousand.
 */
const searching = `SET enable_seqscan = off; SET jit = off; SET random_page_cost = 1.1; SET max_parallel_workers_per_gather = 0;
  SET plan_cache_mode = force_generic_plan`;

/** Lines of their own for what the search asks of its index. */
export function searchPool(): Pool {
  return connection().search;
}

/**
 * A line of its own to the database, for what holds one for long: of the pool's, whoever waits for a second one while
 * holding a first could wait for ever. Whoever opened it ends it.
 */
export async function ownLine(): Promise<Client> {
  const settings = { connectionTimeoutMillis: 5000, keepAlive: true, application_name: "qiaoqiao-long" };
  const line = new Client({ connectionString: process.env.DATABASE_URL, ...settings });
  line.on("error", () => {});
  await line.connect();
  return line;
}

/** Closes the pool; the next use opens a new one. */
export async function closeDb(): Promise<void> {
  const closing = open;
  open = undefined;
  await closing?.prisma.$disconnect();
  for (const lines of closing ? [closing.pool, closing.search] : []) if (!lines.ended) await lines.end();
}
