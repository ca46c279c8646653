import { randomBytes } from "node:crypto";
import { createServer, STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import { typedIn } from "~/http/form/typed";
import { env } from "~/platform/env";
import { forgetWords } from "~/platform/i18n/i18n";
import { logFault } from "~/platform/log";
import { comingFrom } from "~/platform/session/whence";
import { count } from "./counts";
import { cacheEra, keepPage, keptPage } from "./page-cache";
import { isPersonal, versionOf } from "./personal";
import { pagesOf, type Handler } from "./pages";
import { refusals, refusedBy, saysTooLittle } from "./refused";
import { addressOf, bodyOf, networkOf, requestOf, whenceOf } from "./request";
import { comesFromHere, securityHeaders } from "./security";
import { isText, sendKept, sendMade } from "./send";

type Static = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
type House = { pages: Handler; refusals: Handler };

/** How long, in milliseconds, the front door waits for whom. */
export type Patience = { headers: number; request: number; answer: number; silence: number };
const usual: Patience = { headers: 20_000, request: 60_000, answer: 30_000, silence: 90_000 };

/** The front door: static files, kept pages, and everything else through Remix. */
export function createFrontDoor(build: ServerBuild, assets: Static, wishes: Partial<Patience> = {}): Server {
  const patience = { ...usual, ...wishes };
  // Whatever NODE_ENV says: outside `npm run dev` no answer may carry the words or the stack of a failure.
  const house = { pages: pagesOf(build, "production"), refusals: refusals(build, "production") };
  const limits = { connectionsCheckingInterval: Math.min(5000, patience.headers), maxHeaderSize: longestHead };
  const server = createServer(limits, (request, response) => {
    respond(house, assets, request, response, patience).catch((error: unknown) => fail(response, error));
  });
  server.on("clientError", refuseUnread);
  server.requestTimeout = patience.request;
  server.headersTimeout = patience.headers;
  server.keepAliveTimeout = 15_000;
  server.timeout = patience.silence;
  return server;
}

/** How long an address and all else before the body may be, in bytes: ten thousand Han characters take ninety thousand. */
const longestHead = 128 * 1024;

/** What cannot be read as a request is told so in a line, and the rest of it is let pass: who still sends sees no answer. */
function refuseUnread(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const status = error.code === "HPE_HEADER_OVERFLOW" ? 431 : error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? 408 : 400;
  const text = `${status} ${STATUS_CODES[status]}`;
  socket.end(
    `HTTP/1.1 ${text}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${text.length + 1}\r\nConnection: close\r\n\r\n${text}\n`,
  );
  socket.resume();
}

/** One request of `npm run dev`: no static files, no kept pages, words read anew from disk. */
export function answerInDevelopment(build: ServerBuild, request: IncomingMessage, response: ServerResponse): void {
  forgetWords();
  const house = { pages: createRequestHandler(build, "development"), refusals: refusals(build, "development") };
  safely(response);
  answer(house, request, response, null, usual).catch((error: unknown) => fail(response, error));
}

async function respond(
  house: House,
  assets: Static,
  request: IncomingMessage,
  response: ServerResponse,
  patience: Patience,
): Promise<void> {
  safely(response);
  const key = await cacheKey(request);
  const page = key === null ? undefined : keptPage(key);
  if (page) {
    count("qiaoqiao_pages_total", { from: "cache", status: page.status });
    return sendKept(request, response, page).catch((error: unknown) => fail(response, error));
  }
  assets(request, response, () => {
    answer(house, request, response, key, patience).catch((error: unknown) => fail(response, error));
  });
}

function safely(response: ServerResponse): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  if (env().BASE_URL.startsWith("https:")) response.setHeader("Strict-Transport-Security", "max-age=31536000");
}

/** Nobody asks for so long an address twice. */
const longestKey = 2048;

/** The key under which the answer may be kept: only for readers who carry no cookie that tells who they are. */
async function cacheKey(request: IncomingMessage): Promise<string | null> {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  if (isPersonal(request.headers.cookie) || (request.url ?? "").length > longestKey) return null;
  const version = await versionOf(request.headers.cookie);
  return version && `${request.url} ${version}`;
}

async function answer(
  house: House,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  key: string | null,
  patience: Patience,
): Promise<void> {
  const began = cacheEra();
  const body = await bodyOf(incoming).catch(() => null);
  if (body === null) return;
  const { made, context } = await make(house, incoming, outgoing, body, patience);
  const { status, headers } = made;
  count("qiaoqiao_pages_total", { from: "made", status });
  const shared = key !== null && status === 200 && headers.get("Cache-Control")?.startsWith("public");
  if (shared && headers.getSetCookie().length === 0 && isText(made)) {
    const plain = Buffer.from(await made.arrayBuffer());
    return sendKept(incoming, outgoing, keepPage(key, 200, [...headers], plain, began, context.nonce));
  }
  await sendMade(incoming, outgoing, made);
}

/** The answer of the page, or the page that says why there is none. */
async function make(
  house: House,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  body: { bytes: Buffer; whole: boolean },
  patience: Patience,
): Promise<{ made: Response; context: AppLoadContext }> {
  const address = addressOf(incoming);
  const method = incoming.method ?? "";
  const context: AppLoadContext = {
    nonce: randomBytes(16).toString("base64"),
    network: networkOf(incoming),
    ...(method === "POST" && { typed: typedIn(incoming.headers["content-type"], body.bytes, body.whole) }),
  };
  const refuse = async (status: number, wait = status === 429 ? 600 : undefined) => {
    if (wait !== undefined) context.wait = wait;
    const made = await refusedBy(
      house.refusals,
      pageAddress(incoming, address),
      incoming.headers.cookie,
      status,
      context,
    );
    if (wait !== undefined) made.headers.set("Retry-After", String(wait));
    if (context.renewed) made.headers.append("Set-Cookie", context.renewed);
    return { made: withAdvice(made, method, address?.pathname), context };
  };
  if (!address || frameworks.test(address.pathname)) return refuse(404);
  if (!/^(GET|HEAD|POST)$/.test(method)) return refuse(405);
  if (!body.whole) return refuse(413);
  if (!comesFromHere(incoming)) {
    context.foreign = true;
    return refuse(403);
  }
  const request = requestOf(incoming, outgoing, address, body);
  const response = await within(
    patience.answer,
    comingFrom(whenceOf(incoming), () => house.pages(request, context)),
  );
  if (response && context.renewed) response.headers.append("Set-Cookie", context.renewed);
  if (response === null) {
    context.fault = logFault(new Error("slow"), { at: "front door", method });
    return refuse(503);
  }
  const type = response.headers.get("Content-Type") ?? "";
  if (response.status === 500 && context.gone) return refuse(503);
  // A GET of an address that takes POST only: the framework calls it a bad request.
  const status = response.status === 400 && method !== "POST" && !type.includes("problem") ? 405 : response.status;
  if (!saysTooLittle(address.pathname, status, type)) return { made: withAdvice(response, method), context };
  const wait = Number(response.headers.get("Retry-After"));
  return refuse(status, wait > 0 ? wait : undefined);
}

/** Addresses that the framework answers for its part in the browser, which these pages do without. */
const frameworks = /^\/__manifest|\.data$/;

/** The address that the page of a refusal stands at: the one asked for, as far as it is one. */
function pageAddress(incoming: IncomingMessage, address: URL | null): URL {
  if (!address) return new URL(`/${incoming.url?.split(/[/?]/)[1] ?? ""}`, env().BASE_URL);
  const plain = new URL(address);
  plain.pathname = plain.pathname.replace(frameworks, "") || "/";
  return plain;
}

/** What the statuses want said with them: when to come again, what else the address takes; and that nobody keeps what is not meant to be kept. */
function withAdvice(response: Response, method: string, pathname = ""): Response {
  const { status, headers } = response;
  const set = (name: string, value: string) => headers.has(name) || headers.set(name, value);
  if (status === 429) set("Retry-After", "600");
  if (status === 503) set("Retry-After", "30");
  const readOnly = method === "POST" || pathname.startsWith("/api/");
  if (status === 405) set("Allow", readOnly ? "GET, HEAD" : method.match(/^(GET|HEAD)$/) ? "POST" : "GET, POST");
  set("Cache-Control", "private, no-store");
  return response;
}

function within<T>(time: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((done) => {
    timer = setTimeout(() => done(null), time);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** What nobody foresaw: the line that was begun cannot be saved, an answer not yet begun is a few words. */
function fail(response: ServerResponse, error: unknown): void {
  if (response.destroyed) return;
  const reference = logFault(error, { at: "front door" });
  if (response.headersSent) response.destroy();
  else response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(`${reference}\n`);
}
