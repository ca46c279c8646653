import type { IncomingMessage, ServerResponse } from "node:http";
import { createHeaders } from "@remix-run/node-fetch-server";
import { env } from "~/platform/env";
import type { Whence } from "~/platform/session/whence";

/** The largest body that is read as a whole, in bytes: a form with all the files that it may carry. */
export const longestBody = 12 * 1024 * 1024;

/** So much of a larger body is still taken in and thrown away: a browser shows no answer while it is still sending. */
const longestPatience = 10 * longestBody;

export type Body = { bytes: Buffer; whole: boolean };

/**
 * The address that was asked for, or null when it is none: broken, or with a zero byte, which no store takes. In what is
 * asked of a page such a byte is a blank.
 */
export function addressOf(incoming: IncomingMessage): URL | null {
  const [path = "", ...query] = (incoming.url ?? "").split("?");
  if (/%00/.test(path) || !isSpelt(path)) return null;
  const target = [path, ...query.map((part) => part.replaceAll("%00", "%20"))].join("?");
  const host = incoming.headers.host ?? "";
  const base = /^([\w.-]+|\[[\da-f:.]+\])(:\d+)?$/i.test(host) ? `http://${host}` : new URL(env().BASE_URL).origin;
  const address = target.startsWith("/") ? base + target : target;
  return URL.canParse(address) ? new URL(address) : null;
}

function isSpelt(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** The body, read whole; of one that is too long only the beginning. Rejects when the sender hangs up. */
export function bodyOf(incoming: IncomingMessage): Promise<Body> {
  return new Promise((done, fail) => {
    const chunks: Buffer[] = [];
    let length = 0;
    incoming.on("data", (chunk: Buffer) => {
      if (length <= longestBody) chunks.push(chunk);
      length += chunk.length;
      if (length > longestPatience) finish();
    });
    const finish = () => done({ bytes: Buffer.concat(chunks), whole: length <= longestBody });
    incoming.once("end", finish);
    incoming.once("error", fail);
    incoming.once("close", () => fail(new Error("The sender hung up.")));
  });
}

/** The request as the pages read it. Its signal tells that nobody waits for the answer any more. */
export function requestOf(incoming: IncomingMessage, outgoing: ServerResponse, address: URL, body: Body): Request {
  const gone = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  // For HEAD the page is made as for GET, and sent without its body: it may be kept for those who ask for it next.
  const method = incoming.method === "POST" ? "POST" : "GET";
  const headers = createHeaders(incoming);
  // Where it comes from was judged at the door; the framework would judge again, knowing one name of the house only.
  headers.delete("Origin");
  return new Request(address, {
    method,
    headers,
    signal: gone.signal,
    ...(method === "POST" ? { body: new Uint8Array(body.bytes) } : {}),
  });
}

/**
 * The first three bytes of an IPv4 address or the first 48 bits of an IPv6 one: enough to limit, too little to know
 * whom. Behind PROXIES proxies it is the address that the outermost of them saw.
 */
export function networkOf(incoming: IncomingMessage): string {
  const proxies = env().PROXIES;
  const seen = String(incoming.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((one) => one.trim());
  const address = (proxies > 0 && seen.at(-proxies)) || (incoming.socket.remoteAddress ?? "");
  const plain = address.replace(/^::ffff:/, "");
  return plain.includes(":") ? plain.split(":").slice(0, 3).join(":") : plain.split(".").slice(0, 3).join(".");
}

/** From where a request comes, as far as the journal keeps it. The country is what a proxy of ours says it is. */
export function whenceOf(incoming: IncomingMessage): Whence {
  const { PROXIES, COUNTRY_HEADER } = env();
  const network = networkOf(incoming).toLowerCase();
  const said = PROXIES > 0 && COUNTRY_HEADER ? String(incoming.headers[COUNTRY_HEADER] ?? "").toUpperCase() : "";
  return {
    network: /^[0-9a-f.:]{1,45}$/.test(network) ? network : null,
    country: /^[A-Z]{2}$/.test(said) ? said : null,
  };
}
