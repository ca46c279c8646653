import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

/** `npm run up`: from a fresh clone, or from any later state, to a running portal. */
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
const mark = "node_modules/.qiaoqiao-installed";

if (!existsSync(mark) || readFileSync(mark, "utf8") !== lock) {
  console.log("· packages (the first time this takes a minute or two)");
  const { status } = spawnSync("npm", ["ci", "--loglevel=error"], {
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    console.error("The packages could not be installed: is the npm registry within reach?");
    process.exit(1);
  }
  writeFileSync(mark, lock);
}
const { build } = await import("./build.mjs");
await build();
await import("../build/node/up.js");
