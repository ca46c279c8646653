import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient, type Prisma } from "./generated/client";

export type { Prisma };

type Open = { pool: Pool; prisma: PrismaClient };
let open: Open | undefined;
let longest = 0;

/** Sets how many milliseconds a statement of this process may take; a web that answers readers waits for none for long. */
export function limitStatements(time: number): void {
  longest = time;
}

function connection(): Open {
  if (!open) {
    const url = process.env.DATABASE_URL;
    if (!url) throw new Error("No database: DATABASE_URL is not set and no embedded one was started.");
    const connections = new Pool({
      connectionString: url,
      max: Number(process.env.DATABASE_POOL ?? 10),
      application_name: "qiaoqiao",
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      ...(longest > 0 && { statement_timeout: longest }),
    });
    connections.on("error", () => {});
    open = { pool: connections, prisma: new PrismaClient({ adapter: new PrismaPg(connections) }) };
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

/** Closes the pool; the next use opens a new one. */
export async function closeDb(): Promise<void> {
  const closing = open;
  open = undefined;
  await closing?.prisma.$disconnect();
  if (closing && !closing.pool.ended) await closing.pool.end();
}
