import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { pack } from "./pack";

type Way = "br" | "gzip";

export type Kept = {
  status: number;
  headers: [string, string][];
  etag: string;
  plain: Buffer;
  /** The page packed in one of the ways: done when a first reader asks for it, then kept with it. */
  packed: (way: Way) => Promise<Buffer>;
};

/** How many bytes of pages are kept at most, some thousand of them: a page with what packing it may add. */
const most = 32 * 1024 * 1024;
const weight = ({ plain }: Kept) => Math.ceil(plain.length * 1.5) + 1024;
const kept = new LRUCache<string, Kept>({ maxSize: most, sizeCalculation: weight });
let era = 0;

/** A page kept for everybody not signed in, or undefined. */
export function keptPage(key: string): Kept | undefined {
  return kept.get(key);
}

/** The moment to hand to `keepPage`: a page whose making began before a change is not kept. */
export function cacheEra(): number {
  return era;
}

/**
 * Keeps a page; the least lately used go when there are too many. The mark of its version leaves the nonce out, so that
 * a page made again, here or by another process, is the same to whoever has it.
 */
export function keepPage(
  key: string,
  status: number,
  headers: [string, string][],
  plain: Buffer,
  began: number,
  nonce = "",
): Kept {
  const lasting = nonce ? plain.toString("utf8").replaceAll(nonce, "") : plain;
  const etag = `"${createHash("sha256").update(lasting).digest("base64url").slice(0, 22)}"`;
  const ways = new Map<Way, Promise<Buffer>>();
  const packed = (way: Way) => {
    const known = ways.get(way) ?? pack(plain, way, isData(headers));
    ways.set(way, known);
    return known;
  };
  const page: Kept = { status, headers, etag, plain, packed };
  if (began === era) kept.set(key, page);
  return page;
}

/** What devices fetch as data is large, asked for by all and made seldom: it is worth the best packing. */
function isData(headers: [string, string][]): boolean {
  return headers.some(([name, value]) => name.toLowerCase() === "content-type" && value.startsWith("text/plain"));
}

/** Forgets every page: public content changed somewhere. */
export function forgetPages(): void {
  era += 1;
  kept.clear();
}
