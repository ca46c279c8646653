import { pool } from "../db/client";

/**
 * Counts one try under `key` and says whether it is still within `limit` per `seconds`. The count lives in the
 * database, so all web processes share it.
 */
export async function withinLimit(key: string, limit: number, seconds: number): Promise<boolean> {
  const { rows } = await pool().query<{ count: number }>(
    `INSERT INTO rate_limit (key, count, "expiresAt") VALUES ($1, 1, now() + $2 * interval '1 second')
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN rate_limit."expiresAt" < now() THEN 1 ELSE rate_limit.count + 1 END,
       "expiresAt" = CASE WHEN rate_limit."expiresAt" < now() THEN now() + $2 * interval '1 second' ELSE rate_limit."expiresAt" END
     RETURNING count`,
    [key, seconds],
  );
  return (rows[0]?.count ?? 0) <= limit;
}

/** Forgets the tries under `key`: who has shown the right password is not counted among those who guess. */
export async function forgetTries(key: string): Promise<void> {
  await pool().query(`DELETE FROM rate_limit WHERE key = $1`, [key]);
}
