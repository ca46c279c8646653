import { createReadStream } from "node:fs";
import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import type { Shelf } from "./shelf";

/** Files in a folder of this machine, or one that all machines mount. */
export function onDisk(root: string): Shelf {
  const pathOf = (key: string) => join(root, key.slice(0, 2), key);
  const half = (path: string) => `${path}.part`;
  return {
    async put(key, bytes) {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(half(path), bytes, { flush: true });
      await rename(half(path), path);
    },
    async open(key) {
      const path = pathOf(key);
      const there = await access(path).then(
        () => true,
        () => false,
      );
      return there ? (Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>) : null;
    },
    async drop(key) {
      // Whoever was killed while writing has left half of it.
      await Promise.all([pathOf(key), half(pathOf(key))].map((path) => rm(path, { force: true })));
    },
  };
}
