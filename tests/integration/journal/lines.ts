import { db, pool } from "~/platform/db/client";
import { note } from "~/platform/journal/note";

/** Writes so many lines, each in a transaction of its own. */
export async function someLines(count: number, reference = "YJ-2026-0001"): Promise<void> {
  for (let line = 0; line < count; line += 1)
    await note(db(), {
      by: { id: null, part: "system" },
      deed: "suggestion.take",
      reference,
      particulars: { line, whole: true, code: "a.b-c:d" },
    });
}

/** Changes the journal as nobody may: as the owner of the database, with its triggers put out of the way. */
export async function tamper(sql: string): Promise<void> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL session_replication_role = replica");
    await client.query(sql);
    await client.query("COMMIT");
  } finally {
    client.release();
  }
}

/** The lines of the journal, oldest first. */
export const lines = () => db().journal.findMany({ orderBy: { seq: "asc" } });

/** The verbs of the lines after this number. */
export async function verbsAfter(seq: bigint): Promise<string[]> {
  const rows = await db().journal.findMany({ where: { seq: { gt: seq } }, orderBy: { seq: "asc" } });
  return rows.map(({ verb }) => verb);
}

export async function lastSeq(): Promise<bigint> {
  const row = await db().journal.findFirst({ orderBy: { seq: "desc" } });
  return row?.seq ?? 0n;
}
