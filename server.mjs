import { ensureDatabase } from "./build/node/database.js";

/** The web process: `npm start`. */
try {
  await ensureDatabase();
  const build = await import("./build/server/index.js");
  const web = await build.entry.module.startWeb(build);
  process.send?.({ started: web.port });
  process.once("disconnect", () => void web.stop().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
