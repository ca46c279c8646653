import "./node-version.mjs";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/**
 * Builds what runs: Prisma's client, the web (Remix) and the worker and launcher (esbuild). Skips it all when nothing
 * that goes in has changed since the last build.
 */
const stamp = "build/.stamp";
const sources = ["app", "prisma", "public", "package-lock.json", "remix.config.js", "vite.config.ts", "tsconfig.json"];

function print(path, into) {
  if (path.includes("/generated")) return;
  if (statSync(path).isDirectory()) for (const name of readdirSync(path).toSorted()) print(join(path, name), into);
  else into.update(path).update(readFileSync(path));
}

export function fingerprint() {
  const hash = createHash("sha256").update(process.versions.node);
  for (const source of sources) if (existsSync(source)) print(source, hash);
  return hash.digest("hex");
}

function run(step, command, options, extra = {}) {
  console.log(`· ${step}`);
  const { status } = spawnSync(process.execPath, [command, ...options], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, ...extra },
  });
  if (status !== 0) {
    console.error(`The build stopped at: ${step}.`);
    process.exit(1);
  }
}

/** `prisma generate` asks for an engine it does not use: any existing file will do. */
export function generate() {
  run("database client", "node_modules/prisma/build/index.js", ["generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
}

/** Packs the files that browsers fetch, once, so that no server has to. */
function pack(folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const path = join(folder, name);
    if (!/\.(js|css|svg|json)$/.test(name) || statSync(path).size < 1024) continue;
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path)));
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}

export async function build() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return;
  rmSync(stamp, { force: true });
  generate();
  run("web", "node_modules/@remix-run/dev/dist/cli.js", ["vite:build"], { NODE_ENV: "production" });
  pack("build/client");
  console.log("· worker and launcher");
  const { build: bundle } = await import("esbuild");
  await bundle({
    entryPoints: {
      worker: "app/entry.worker.ts",
      up: "app/launch/up-main.ts",
      database: "app/launch/database.ts",
      migrate: "app/launch/migrate-main.ts",
      reindex: "app/launch/reindex-main.ts",
      journal: "app/launch/journal-main.ts",
      invite: "app/launch/invite-main.ts",
      returned: "app/launch/returned-main.ts",
      dev: "app/launch/dev-main.ts",
    },
    outdir: "build/node",
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
  mkdirSync("build", { recursive: true });
  writeFileSync(stamp, now);
}

if (process.argv[1]?.endsWith("build.mjs")) await build();
