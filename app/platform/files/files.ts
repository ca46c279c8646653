import { randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { env } from "../env";

/** Files on disk under the data folder, each under a random key, so that no name of a person becomes a path. */
function pathOf(key: string): string {
  if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error("Not a file key.");
  return join(root(), key.slice(0, 2), key);
}

function root(): string {
  const url = env().FILES_URL;
  if (url && !url.startsWith("file:")) throw new Error("FILES_URL: only file: addresses are supported so far.");
  return url ? new URL(url).pathname : resolve(env().DATA_DIR, "files");
}

/** Keeps the bytes and returns their key. They are whole on disk before this returns. */
export async function keepFile(bytes: Uint8Array): Promise<string> {
  const key = randomUUID();
  const path = pathOf(key);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, bytes, { flush: true });
  await rename(`${path}.part`, path);
  return key;
}

/** A stream of the bytes, or null when they are gone. */
export function openFile(key: string): NodeJS.ReadableStream | null {
  const path = pathOf(key);
  return existsSync(path) ? createReadStream(path) : null;
}

export async function dropFile(key: string): Promise<void> {
  await rm(pathOf(key), { force: true });
}
