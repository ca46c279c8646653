import "./node-version.mjs";
import { mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";

/** Bundles one TypeScript file and runs it: for measuring and seeding, which are no part of the portal itself. */
const [, , file = "", ...rest] = process.argv;
const besides = { "tests/load/bench.ts": ["tests/load/bench/bare.ts", "tests/load/bench/bare-remix.tsx"] }[file] ?? [];
const out = join("build", "tools", `${basename(file, ".ts")}.mjs`);
mkdirSync("build/tools", { recursive: true });
await build({
  entryPoints: [file, ...besides],
  outdir: "build/tools",
  entryNames: "[name]",
  outExtension: { ".js": ".mjs" },
  jsx: "automatic",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: true,
  logLevel: "warning",
});
process.argv = [process.argv[0], out, ...rest];
await import(pathToFileURL(out).href);
