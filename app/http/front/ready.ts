import { pool } from "~/platform/db/client";
import { migrations } from "~/platform/db/migrate";
import { engineName } from "~/platform/search/choose";

export type Readiness = { database: boolean; migrations: boolean; worker: boolean; search: string };

/** Whether the parts that the portal stands on are there. A worker counts as there when it was seen in the last minute. */
export async function readiness(): Promise<Readiness> {
  try {
    const applied = await pool().query<{ name: string }>(
      `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL`,
    );
    const names = new Set(applied.rows.map((row) => row.name));
    const seen = await pool().query(
      `SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'qiaoqiao-worker%' LIMIT 1`,
    );
    return {
      database: true,
      migrations: migrations().every(({ name }) => names.has(name)),
      worker: (seen.rowCount ?? 0) > 0,
      search: await engineName(),
    };
  } catch {
    return { database: false, migrations: false, worker: false, search: "none" };
  }
}

/** The names of the parts that are missing. */
export async function readFaults(): Promise<string[]> {
  const state = await readiness();
  return Object.entries(state).flatMap(([name, value]) => (value === false || value === "none" ? [name] : []));
}
