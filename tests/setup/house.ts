import { request } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import { vi } from "vitest";

type Module = ServerBuild["entry"]["module"] & {
  startWeb: (build: ServerBuild) => Promise<{ port: number; stop: () => Promise<void> }>;
};
type Routes = ServerBuild["routes"];
type Change = Partial<NonNullable<Routes[string]>["module"]>;

export type Answer = {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  text: string;
  bytes: number;
};
export type Asked = {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer | undefined;
  cookie?: string | undefined;
};

/** The built server, as `npm start` imports it; `changes` puts other loaders, actions or components into single routes. */
export async function aHouse(changes: Record<string, Change> = {}) {
  process.env.PORT = "0";
  process.env.HOST = "127.0.0.1";
  const built = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
  const routes: Routes = { ...built.routes };
  for (const [id, change] of Object.entries(changes)) {
    const route = routes[id];
    if (!route) throw new Error(`No route ${id}.`);
    routes[id] = { ...route, module: { ...route.module, ...change } };
  }
  const web = await (built.entry.module as Module).startWeb({ ...built, routes });
  return { ...web, routes, ask: (path: string, asked?: Asked) => ask(web.port, path, asked) };
}

/** One request over a real connection, with the answer unpacked. */
export function ask(port: number, path: string, { method = "GET", headers = {}, body, cookie }: Asked = {}) {
  return new Promise<Answer>((done, fail) => {
    const asking = request(
      { host: "127.0.0.1", port, path, method, headers: { ...headers, ...(cookie ? { Cookie: cookie } : {}) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", fail);
        response.once("end", () => {
          const raw = Buffer.concat(chunks);
          const { "set-cookie": cookies = [], ...rest } = response.headers;
          const way = rest["content-encoding"];
          const plain =
            raw.length === 0 ? raw : way === "br" ? brotliDecompressSync(raw) : way === "gzip" ? gunzipSync(raw) : raw;
          done({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
            cookies,
            text: plain.toString("utf8"),
            bytes: raw.length,
          });
        });
      },
    );
    asking.once("error", fail);
    asking.end(body);
  });
}

/** A form as a browser sends it. */
export function aForm(fields: Record<string, string>, headers: Record<string, string> = {}): Asked {
  return {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(fields).toString(),
  };
}

type Line = { level: string; event: string } & Record<string, unknown>;

/** Keeps back what this process logs, and gives the lines. */
export function hearLog(): { lines: () => Line[]; text: () => string } {
  let text = "";
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((chunk: unknown) => {
      text += String(chunk);
      return true;
    });
  }
  return {
    text: () => text,
    lines: () =>
      text
        .split("\n")
        .filter((line) => line.startsWith("{"))
        .map((line) => JSON.parse(line) as Line),
  };
}
