import type { AppLoadContext } from "@remix-run/node";
import { sameBytes, sha256 } from "~/platform/crypto/seal";
import { env } from "~/platform/env";

/** Callers on the loopback network without a proxy in between, and bearers of METRICS_TOKEN. */
export function mayReadMetrics(request: Request, context: AppLoadContext): boolean {
  const token = env().METRICS_TOKEN;
  const given = /^Bearer (.+)$/.exec(request.headers.get("Authorization") ?? "")?.[1];
  if (token && given) return sameBytes(Buffer.from(sha256(given)), Buffer.from(sha256(token)));
  const loopback = context.network === "127.0.0" || context.network === "::1";
  return loopback && !request.headers.has("X-Forwarded-For");
}
