import type { ServerBuild } from "@remix-run/node";
import sirv from "sirv";
import { readFaults } from "~/http/front/ready";
import { closeDb, limitStatements } from "~/platform/db/client";
import { env } from "~/platform/env";
import { hearChanges } from "~/platform/jobs/notices";
import { log } from "~/platform/log";
import { forgetCounts } from "~/domain/catalogue/entries.server";
import { forgetNames } from "~/domain/catalogue/known.server";
import { checkBreachList } from "~/domain/person/breached.server";
import { checkProviders } from "~/domain/person/sso/sso.server";
import { clearAddress } from "./listen";
import { forgetPages } from "./page-cache";
import { createFrontDoor } from "./serve";

/**
 * Starts the web process of a built portal. It stops on SIGTERM and SIGINT after the requests in flight were answered.
 * Throws one clear sentence when the port is taken.
 */
export async function startWeb(build: ServerBuild): Promise<{ port: number; stop: () => Promise<void> }> {
  const { HOST, PORT, DATABASE_URL } = env();
  checkProviders();
  await checkBreachList();
  limitStatements(20_000);
  const notices = hearChanges(DATABASE_URL ?? "", () => {
    forgetPages();
    forgetNames();
    forgetCounts();
  });
  await notices.ready;
  const assets = sirv("build/client", {
    etag: true,
    brotli: true,
    gzip: true,
    setHeaders: (response, path) => {
      if (path.startsWith("/assets/")) response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
      else response.setHeader("Cache-Control", "public, max-age=3600");
    },
  });
  const server = createFrontDoor(build, assets);
  await new Promise<void>((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) => fail(clearAddress(error, HOST, PORT)));
    server.listen(PORT, HOST, done);
  });
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : PORT;
  log("info", "web.started", { host: HOST, port, faults: (await readFaults()).join(",") });

  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= (async () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      // A line whose answer was still being made is kept alive after it: it is closed as soon as it is idle.
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      setTimeout(() => server.closeAllConnections(), 10_000).unref();
      await closed;
      clearInterval(idle);
      await Promise.race([Promise.all([notices.stop(), closeDb()]), longEnough(5000)]);
      log("info", "web.stopped");
    })();
    return stopping;
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
  return { port, stop };
}

/** A database that no longer answers is not waited for. */
function longEnough(time: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, time).unref();
  });
}
