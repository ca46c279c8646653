import { once } from "node:events";
import { connect, type AddressInfo } from "node:net";
import type { Server } from "node:http";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { createFrontDoor } from "~/http/front/serve";
import { freshDatabase } from "../../setup/database";
import { aForm, ask, hearLog } from "../../setup/house";

let server: Server;
let port = 0;
let log: ReturnType<typeof hearLog>;
const chunk = Buffer.alloc(64 * 1024, "x");
const streamed = { sent: 0, cancelled: false };

beforeAll(async () => {
  await freshDatabase();
  const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
  const route = (id: string, change: object) => ({
    [id]: { ...build.routes[id], module: { ...build.routes[id]?.module, ...change } },
  });
  const never = () => new Promise(() => {});
  const routes = {
    ...build.routes,
    ...route("terms", { loader: never, action: never }),
    ...route("suggestionFile", {
      loader: async () =>
        new Response(
          new ReadableStream({
            pull(controller) {
              streamed.sent += chunk.length;
              controller.enqueue(new Uint8Array(chunk));
            },
            cancel() {
              streamed.cancelled = true;
            },
          }),
          { headers: { "Content-Type": "application/pdf" } },
        ),
    }),
  } as ServerBuild["routes"];
  const patience = { headers: 300, request: 600, answer: 400, silence: 1500 };
  server = createFrontDoor({ ...build, routes }, (_request, _response, next) => next(), patience);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
});

beforeEach(() => {
  log = hearLog();
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends these words and gives all that comes back before the line is shut. */
function rawly(words: string): Promise<string> {
  return new Promise((done) => {
    const line = connect(port, "127.0.0.1", () => line.write(words));
    let heard = "";
    line.on("data", (more) => {
      heard += more.toString();
    });
    line.on("error", () => {});
    line.once("close", () => done(heard));
  });
}

it("a page that takes too long is 503, with what was typed, and one line in the log", async () => {
  const answer = await ask(port, "/en/terms", aForm({ text: "灰雀canary" }));
  expect(answer.status).toBe(503);
  expect(answer.text).toContain("灰雀canary");
  const faults = log.lines().filter(({ level }) => level === "error");
  expect(faults).toHaveLength(1);
  expect(answer.text).toContain(String(faults[0]?.reference));
  expect(log.text()).not.toContain("canary");
});

it.each([
  ["its headers", "GET /en/about HTTP/1.1\r\nHost: x\r\nX-Slow: "],
  ["its body", "POST /en/suggest HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\ntext="],
])("a sender who never ends %s is let go", async (_, words) => {
  expect(await rawly(words)).toMatch(/^HTTP\/1\.1 408 /);
});

it("a reader who stops reading is let go, and no more is made for them than fits the line", async () => {
  const line = connect(port, "127.0.0.1", () => line.write("GET /en/files/x HTTP/1.1\r\nHost: x\r\n\r\n"));
  line.pause();
  line.on("error", () => {});
  await once(line, "connect");
  await new Promise<void>((done) => {
    const look = setInterval(() => {
      if (!streamed.cancelled) return;
      clearInterval(look);
      done();
    }, 20);
  });
  line.destroy();
  expect(streamed.sent).toBeGreaterThan(0);
  expect(streamed.sent).toBeLessThan(16 * 1024 * 1024);
});

it("what is no HTTP is answered in a word and shut", async () => {
  expect(await rawly("HELLO\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 /);
});

it("reads an address of ten thousand Han characters, and tells who sends more than that so", async () => {
  const han = "%E5%8F%B0".repeat(10_000);
  expect((await ask(port, `/en/about?q=${han}`)).status).toBe(200);
  const heard = await rawly(`GET /en/about?q=${han.repeat(2)} HTTP/1.1\r\nHost: a\r\n\r\n`);
  expect(heard).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
  expect(heard).toMatch(/\r\n\r\n431 Request Header Fields Too Large\n$/);
});
