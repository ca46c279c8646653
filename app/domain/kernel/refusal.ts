/** Why something expected was not done. One place (`http/refuse.ts`) turns it into a status. */
export type Reason = "not_found" | "forbidden" | "conflict" | "wrong_state" | "too_many" | "invalid";

export type Refusal = { ok: false; reason: Reason };

export type Result<T> = { ok: true; value: T } | Refusal;

export function refuse(reason: Reason): Refusal {
  return { ok: false, reason };
}

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}
