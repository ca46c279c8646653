import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import { createRequest, sendResponse } from "@remix-run/node-fetch-server";
import { env } from "~/platform/env";
import { forgetWords } from "~/platform/i18n/i18n";
import { logFault } from "~/platform/log";
import { count } from "./counts";
import { cacheEra, keepPage, keptPage, type Kept } from "./page-cache";
import { measured } from "./measure";
import { comesFromHere, securityHeaders } from "./security";
import { typedIn } from "~/http/form/typed";

type Static = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const longestBody = 12 * 1024 * 1024;
/** What browsers ask of pages and forms. No route of ours answers anything else. */
const methods = new Set(["GET", "HEAD", "POST"]);

/** The front door: static files, kept pages, and everything else through Remix. */
export function createFrontDoor(build: ServerBuild, assets: Static): Server {
  const handle = createRequestHandler(build, env().NODE_ENV === "production" ? "production" : env().NODE_ENV);
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    if (env().BASE_URL.startsWith("https:")) response.setHeader("Strict-Transport-Security", "max-age=31536000");
    if (!methods.has(request.method ?? "")) {
      response.writeHead(405, { Allow: [...methods].join(", "), "Cache-Control": "no-store" }).end();
      return;
    }
    const kept = cacheKey(request);
    const page = kept === null ? undefined : keptPage(kept);
    if (page) {
      count("qiaoqiao_pages_total", { from: "cache" });
      sendKept(request, response, page);
      return;
    }
    assets(request, response, () => {
      answer(handle, request, response, kept).catch((error: unknown) => fail(response, error));
    });
  });
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 15_000;
  return server;
}

/** One request of `npm run dev`: no static files, no kept pages, words read anew from disk. */
export function answerInDevelopment(build: ServerBuild, request: IncomingMessage, response: ServerResponse): void {
  forgetWords();
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  answer(createRequestHandler(build, "development"), request, response, null).catch((error: unknown) =>
    fail(response, error),
  );
}

/** The key under which the answer may be kept: only for readers who carry no cookie that tells who they are. */
function cacheKey(request: IncomingMessage): string | null {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  const cookie = request.headers.cookie ?? "";
  if (/(?:^|;\s*)qq_(?:session|enquiry|once)=/.test(cookie)) return null;
  return /(?:^|;\s*)qq_text=/.test(cookie)
    ? `${request.url} ${/qq_text=([^;]*)/.exec(cookie)?.[1]}`
    : (request.url ?? null);
}

async function answer(
  handle: (request: Request, context?: AppLoadContext) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  key: string | null,
): Promise<void> {
  const began = cacheEra();
  if (Number(incoming.headers["content-length"] ?? 0) > longestBody) {
    outgoing.writeHead(413, { "Content-Type": "text/plain", Connection: "close" }).end();
    return;
  }
  const { request, exceeded } = measured(createRequest(incoming, outgoing), longestBody);
  const allowed = comesFromHere(request.method, request.headers);
  const context: AppLoadContext = {
    nonce: randomBytes(16).toString("base64"),
    network: networkOf(incoming),
    typed: typedIn(request),
  };
  const response = allowed ? await handle(request, context) : await handle(crossSite(request), context);
  if (exceeded()) {
    outgoing.writeHead(413, { "Content-Type": "text/plain", Connection: "close" }).end();
    return;
  }
  if (!response.headers.has("Cache-Control")) response.headers.set("Cache-Control", "private, no-store");
  count("qiaoqiao_pages_total", { from: "made", status: response.status });
  const shared = key !== null && response.status === 200 && response.headers.get("Cache-Control")?.startsWith("public");
  if (shared && response.headers.getSetCookie().length === 0 && isText(response)) {
    const plain = Buffer.from(await response.arrayBuffer());
    sendKept(incoming, outgoing, await keepPage(key, 200, [...response.headers], plain, began));
    return;
  }
  await sendResponse(outgoing, response);
}

/** A change that another site's page asked for becomes a visit to the page that says so. */
function crossSite(request: Request): Request {
  const { pathname } = new URL(request.url);
  return new Request(new URL(`${pathname.split("/").slice(0, 2).join("/")}/elsewhere`, request.url), {
    headers: { "X-Refused": "origin" },
  });
}

function isText(response: Response): boolean {
  return /^(text\/|application\/(json|xml|atom|problem))/.test(response.headers.get("Content-Type") ?? "");
}

function sendKept(request: IncomingMessage, response: ServerResponse, page: Kept): void {
  for (const [name, value] of page.headers) response.setHeader(name, value);
  response.setHeader("ETag", page.etag);
  response.setHeader("Vary", "Accept-Encoding, Cookie");
  if (request.headers["if-none-match"]?.includes(page.etag)) {
    response.writeHead(304).end();
    return;
  }
  const accepts = request.headers["accept-encoding"] ?? "";
  const encoding = /\bbr\b/.test(accepts) ? "br" : /\bgzip\b/.test(accepts) ? "gzip" : "plain";
  if (encoding !== "plain") response.setHeader("Content-Encoding", encoding);
  const body = page[encoding];
  response.setHeader("Content-Length", body.length);
  response.writeHead(page.status).end(request.method === "HEAD" ? undefined : body);
}

/** The first three bytes of an IPv4 address or the first 48 bits of an IPv6 one: enough to limit, too little to know whom. */
function networkOf(request: IncomingMessage): string {
  const address = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  return address.includes(":") ? address.split(":").slice(0, 3).join(":") : address.split(".").slice(0, 3).join(".");
}

function fail(response: ServerResponse, error: unknown): void {
  const reference = logFault(error, { at: "front door" });
  if (!response.headersSent) response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(reference);
}
