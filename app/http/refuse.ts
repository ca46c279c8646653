import type { Refusal, Result } from "~/domain/kernel/refusal";

const statuses = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  wrong_state: 409,
  too_many: 429,
  invalid: 422,
} as const;

/** The value of a result; a refusal becomes its page. The only place where a refusal gets a status. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw refusal(result);
}

/** The answer to a refusal; one that asks to wait says how long, in its header and for its page. */
export function refusal({ reason, wait }: Refusal): Response {
  const status = statuses[reason];
  return wait === undefined
    ? new Response(null, { status })
    : Response.json({ wait }, { status, headers: { "Retry-After": String(wait) } });
}

/** The value that was read, or the page that says there is none. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw refusal({ ok: false, reason: "not_found" });
  return value;
}
