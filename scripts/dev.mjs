import "./node-version.mjs";
import { spawn } from "node:child_process";
import { createServer } from "node:http";

/** `npm run dev`: the portal from its sources, reloading while one edits. The worker runs as built by the last `npm run build`. */
process.env.NODE_ENV = "development";
process.env.QQ_DEV = "1";
const { build } = await import("./build.mjs");
await build();
const { prepareDevelopment } = await import("../build/node/dev.js");
const database = await prepareDevelopment();
const worker = spawn(process.execPath, ["build/node/worker.js"], { stdio: "inherit", env: process.env });

const { createServer: createVite } = await import("vite");
const http = createServer();
const vite = await createVite({ server: { middlewareMode: { server: http }, hmr: { server: http } } });
http.on("request", (request, response) => {
  vite.middlewares(request, response, async () => {
    try {
      const pages = await vite.ssrLoadModule("virtual:remix/server-build");
      pages.entry.module.answerInDevelopment(pages, request, response);
    } catch (error) {
      vite.ssrFixStacktrace(error);
      console.error(error);
      response.writeHead(500).end(String(error));
    }
  });
});
const port = Number(process.env.PORT || 3000);
http.listen(port, process.env.HOST || "127.0.0.1", () =>
  console.log(`\n侨桥 Qiaoqiao (development): http://127.0.0.1:${port}`),
);
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, async () => {
    worker.kill("SIGTERM");
    await Promise.all([vite.close(), new Promise((done) => worker.once("exit", done))]);
    http.close();
    await database?.stop();
    process.exit(0);
  });
}
