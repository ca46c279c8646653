import { createHash } from "node:crypto";
import { pack } from "./pack";

export type Kept = {
  status: number;
  headers: [string, string][];
  etag: string;
  plain: Buffer;
  gzip: Buffer;
  br: Buffer;
};

/** How many bytes of pages are kept at most: some thousand of them. */
const most = 32 * 1024 * 1024;
const kept = new Map<string, Kept>();
let size = 0;
let era = 0;

/** A page kept for everybody not signed in, or undefined. */
export function keptPage(key: string): Kept | undefined {
  const page = kept.get(key);
  if (page) {
    kept.delete(key);
    kept.set(key, page);
  }
  return page;
}

/** The moment to hand to `keepPage`: a page whose making began before a change is not kept. */
export function cacheEra(): number {
  return era;
}

/**
 * Prepares a page in all encodings and keeps it; the least lately used go when the cache is full. The mark of its
 * version leaves the nonce out, so that a page made again, here or by another process, is the same to whoever has it.
 */
export async function keepPage(
  key: string,
  status: number,
  headers: [string, string][],
  plain: Buffer,
  began: number,
  nonce = "",
): Promise<Kept> {
  const lasting = nonce ? plain.toString("utf8").replaceAll(nonce, "") : plain;
  const etag = `"${createHash("sha256").update(lasting).digest("base64url").slice(0, 22)}"`;
  const [gz, br] = await Promise.all([pack(plain, "gzip"), pack(plain, "br", isData(headers))]);
  const page: Kept = { status, headers, etag, plain, gzip: gz, br };
  if (began === era) {
    drop(key);
    kept.set(key, page);
    size += weight(page);
    for (const oldest of kept.keys()) {
      if (size <= most) break;
      drop(oldest);
    }
  }
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
  size = 0;
}

function drop(key: string): void {
  const page = kept.get(key);
  if (page && kept.delete(key)) size -= weight(page);
}

function weight(page: Kept): number {
  return page.plain.length + page.gzip.length + page.br.length + 1024;
}
