import type { IncomingMessage, ServerResponse } from "node:http";
import { sendResponse } from "@remix-run/node-fetch-server";
import { pack } from "./pack";
import type { Kept } from "./page-cache";
import { isPersonal } from "./personal";

/** Below this many bytes packing costs more than it saves. */
const worthPacking = 1024;

/** Text that is packed and sent whole. A table to download may be long: it streams, as files do. */
export function isText(response: Response): boolean {
  return /^(text\/(?!csv)|application\/(json|xml|atom|problem))/.test(response.headers.get("Content-Type") ?? "");
}

/** The better of the ways of packing that the reader understands. */
export function wayFor(request: IncomingMessage): "br" | "gzip" | "plain" {
  const offers = String(request.headers["accept-encoding"] ?? "")
    .split(",")
    .map((one) => one.trim().toLowerCase())
    .filter((one) => !/;\s*q=0(\.0*)?$/.test(one))
    .map((one) => one.split(";")[0]?.trim());
  return offers.includes("br") ? "br" : offers.includes("gzip") ? "gzip" : "plain";
}

/** Sends a kept page, or says that the reader's own copy is still good. */
export async function sendKept(request: IncomingMessage, response: ServerResponse, page: Kept): Promise<void> {
  const fresh = request.headers["if-none-match"]?.includes(page.etag) ?? false;
  for (const [name, value] of page.headers) {
    // The reader's copy has the nonce of its own policy: a newer policy would shut out its script.
    if (!fresh || name !== "content-security-policy") response.setHeader(name, value);
  }
  response.setHeader("ETag", `W/${page.etag}`);
  response.setHeader("Vary", "Accept-Encoding, Cookie");
  if (fresh) {
    response.removeHeader("Content-Security-Policy");
    response.writeHead(304).end();
    return;
  }
  const way = page.plain.length >= worthPacking ? wayFor(request) : "plain";
  const body = way === "plain" ? page.plain : await page.packed(way);
  if (way !== "plain") response.setHeader("Content-Encoding", way);
  response.setHeader("Content-Length", body.length);
  response.writeHead(page.status).end(request.method === "HEAD" ? undefined : body);
}

/** Sends an answer made for this request alone: text whole and packed; files, and texts to keep as one, as they stream. */
export async function sendMade(request: IncomingMessage, outgoing: ServerResponse, response: Response): Promise<void> {
  const streams = !isText(response) || response.headers.has("Content-Disposition");
  if (streams || response.body === null) return sendResponse(outgoing, response);
  const plain = Buffer.from(await response.arrayBuffer());
  const way = plain.length >= worthPacking && mayPack(request, response.status) ? wayFor(request) : "plain";
  const body = way === "plain" ? plain : await pack(plain, way);
  for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("Set-Cookie", cookies);
  if (way !== "plain") outgoing.setHeader("Content-Encoding", way);
  outgoing.setHeader("Vary", [response.headers.get("Vary"), "Accept-Encoding"].filter(Boolean).join(", "));
  outgoing.setHeader("Content-Length", body.length);
  outgoing.writeHead(response.status).end(body);
}

/**
 * The length of a packed page tells a listener on the line how much of it repeats itself. Where a stranger may choose
 * words of a page that holds a reader's secrets, by leading them to an address, guesses could be checked that way: so a
 * personal page is packed only when it answers an address of ours without a query, and gives back nothing typed.
 */
function mayPack(request: IncomingMessage, status: number): boolean {
  if (!isPersonal(request.headers.cookie)) return true;
  return request.method === "GET" && status === 200 && !request.url?.includes("?");
}
