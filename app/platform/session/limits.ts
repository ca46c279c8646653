import { now } from "../clock";
import { pool } from "../db/client";

/** How a wait grows: so many tries are free, then one has to wait `first` seconds, twice as long after each, never more than `longest`. */
export type Growing = { free: number; first: number; longest: number };

/** So long after the last try, in seconds, tries of a growing wait are forgotten. */
const memory = 24 * 3600;

/**
 * Counts one try under `key` and says in how many seconds another is welcome: 0 while it is within `limit` per
 * `seconds`. The count lives in the database, so all web processes share it.
 */
export async function secondsToWait(key: string, limit: number, seconds: number): Promise<number> {
  const at = now();
  const { rows } = await pool().query<{ count: number; expiresAt: Date }>(
    `INSERT INTO rate_limit (key, count, "expiresAt") VALUES ($1, 1, $3::timestamptz + $2 * interval '1 second')
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN rate_limit."expiresAt" <= $3 THEN 1 ELSE rate_limit.count + 1 END,
       "expiresAt" = CASE WHEN rate_limit."expiresAt" <= $3 THEN $3::timestamptz + $2 * interval '1 second' ELSE rate_limit."expiresAt" END
     RETURNING count, "expiresAt"`,
    [key, seconds, at],
  );
  const [row] = rows;
  return row && row.count > limit ? secondsUntil(row.expiresAt, at) : 0;
}

/**
 * Counts one try under `key` and says in how many seconds it may be tried again: 0 when this one may go on. A try that
 * comes too early is not counted, so that whoever waits as told gets in. Tries at one moment are let through one by one.
 */
export async function growingWait(key: string, { free, first, longest }: Growing): Promise<number> {
  const at = now();
  const tries = `CASE WHEN old."expiresAt" <= $2 THEN 1 ELSE old.count + 1 END`;
  const wait = (number: string) =>
    `CASE WHEN ${number} >= $3 THEN
       $2::timestamptz + least($5, $4 * power(2, least(30, ${number} - $3))) * interval '1 second' END`;
  const { rowCount } = await pool().query(
    `INSERT INTO rate_limit AS old (key, count, "expiresAt", "waitUntil")
     VALUES ($1, 1, $2::timestamptz + $6 * interval '1 second', ${wait("1")})
     ON CONFLICT (key) DO UPDATE SET
       count = ${tries}, "waitUntil" = ${wait(`(${tries})`)}, "expiresAt" = excluded."expiresAt"
     WHERE old."waitUntil" IS NULL OR old."waitUntil" <= $2`,
    [key, at, free, first, longest, memory],
  );
  if (rowCount === 1) return 0;
  const { rows } = await pool().query<{ waitUntil: Date | null }>(`SELECT "waitUntil" FROM rate_limit WHERE key = $1`, [
    key,
  ]);
  return Math.max(1, secondsUntil(rows[0]?.waitUntil ?? at, at));
}

/** Forgets the tries under these keys: who has shown the right password is not counted among those who guess. */
export async function forgetTries(...keys: string[]): Promise<void> {
  await pool().query(`DELETE FROM rate_limit WHERE key = ANY($1)`, [keys]);
}

/** Takes away all counts that no longer limit anybody. */
export async function forgetOldTries(): Promise<void> {
  await pool().query(`DELETE FROM rate_limit WHERE "expiresAt" < $1`, [now()]);
}

function secondsUntil(then: Date, at: Date): number {
  return Math.ceil((then.getTime() - at.getTime()) / 1000);
}
