/** Why something expected was not done. One place (`http/refuse.ts`) turns it into a status. */
export type Reason = "not_found" | "forbidden" | "conflict" | "wrong_state" | "too_many" | "invalid";

/** `wait`: in how many seconds it may be tried again. */
export type Refusal = { ok: false; reason: Reason; wait?: number };

export type Result<T> = { ok: true; value: T } | Refusal;

export function refuse(reason: Reason): Refusal {
  return { ok: false, reason };
}

/** Refuses a try that came too early, with the seconds to wait. */
export function refuseFor(wait: number): Refusal {
  return { ok: false, reason: "too_many", wait };
}

/** Thrown within a transaction that is refused half-way: what was begun is undone with it. */
export class Undone extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super("Undone.");
    this.refusal = refusal;
  }
}

/** What a transaction came to, or the refusal that undid it. */
export function orUndone<T>(work: Promise<Result<T>>): Promise<Result<T>> {
  return work.catch((error: unknown) => {
    if (error instanceof Undone) return error.refusal;
    throw error;
  });
}

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}
