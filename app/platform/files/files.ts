import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { env } from "../env";
import { inBucket } from "./bucket";
import { onDisk } from "./disk";
import type { Shelf } from "./shelf";

const shelves = new Map<string, Shelf>();

/** The place that FILES_URL names: a bucket, a folder, or where it is not set the data folder. */
function shelf(): Shelf {
  const url = env().FILES_URL ?? "";
  const place = url || resolve(env().DATA_DIR, "files");
  const known = shelves.get(place);
  if (known) return known;
  const one = /^https?:/.test(url) ? inBucket(url) : onDisk(url ? fileURLToPath(url) : place);
  shelves.set(place, one);
  return one;
}

/** Files lie under random keys, so that no name of a person becomes an address. */
function checked(key: string): string {
  if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error("Not a file key.");
  return key;
}

/** A key that no file lies under yet. Who writes it down first can let go of bytes that were kept by half. */
export function newFileKey(): string {
  return randomUUID();
}

/** Keeps the bytes and returns their key. They are safe before this returns. */
export async function keepFile(bytes: Uint8Array, key = newFileKey()): Promise<string> {
  await shelf().put(checked(key), bytes);
  return key;
}

/** A stream of the bytes, or null when they are gone. */
export async function openFile(key: string): Promise<ReadableStream<Uint8Array> | null> {
  return shelf().open(checked(key));
}

export async function dropFile(key: string): Promise<void> {
  await shelf().drop(checked(key));
}
