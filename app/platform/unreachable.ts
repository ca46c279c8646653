const codes = new Set([
  ..."ECONNREFUSED ECONNRESET ETIMEDOUT EHOSTUNREACH ENETUNREACH ENOTFOUND EAI_AGAIN EPIPE".split(" "),
  ..."57P01 57P02 57P03 53300 57014 25P03".split(" "),
  ..."P1001 P1002 P1008 P1017 P2024".split(" "),
]);

const said =
  /Connection terminated|timeout exceeded when trying to connect|Can't reach database|Query read timeout|client has encountered a connection error|not queryable/i;

/** Whether a failure means that the database or the bucket cannot be reached now, or is too slow: the request is all right. */
export function isUnreachable(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 4) return false;
  const { code, originalCode, message, cause, meta, errors } = error as Record<string, unknown>;
  if ([code, originalCode].some((one) => typeof one === "string" && (codes.has(one) || one.startsWith("08"))))
    return true;
  if (typeof code === "string" && /^BUCKET_(5..|429|TIMEOUT)$/.test(code)) return true;
  if (typeof message === "string" && said.test(message)) return true;
  return [cause, meta, (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError]
    .concat(Array.isArray(errors) ? errors : [])
    .some((inner) => isUnreachable(inner, depth + 1));
}
