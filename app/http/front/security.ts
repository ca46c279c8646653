import type { IncomingMessage } from "node:http";
import { env } from "~/platform/env";

/** The headers that every answer carries. A page has a policy of its own, which allows it more. */
export const securityHeaders: Record<string, string> = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
};

/** The policy of a page: nothing but our own files, scripts only with the nonce of this rendering. */
export function contentSecurityPolicy(nonce: string): string {
  const development = env().NODE_ENV === "development" && process.env.QQ_DEV === "1";
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'${development ? " 'self'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ].join("; ");
}

/**
 * Whether a request that changes something comes from our own pages. Browsers say where a request comes from in
 * `Sec-Fetch-Site`, older ones in `Origin`; a request that says neither does not come from a browser's page and
 * carries no cookie that it was not given on purpose.
 */
export function comesFromHere({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean {
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return true;
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin, host } = headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && (new URL(origin).host === host || origin === new URL(env().BASE_URL).origin);
}
