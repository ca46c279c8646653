import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

/** Packs text in one of the two ways that browsers understand; what many fetch and few make is worth the best packing. */
export function pack(plain: Buffer, way: "br" | "gzip", best = false): Promise<Buffer> {
  if (way === "gzip") return zip(plain, { level: 6 });
  return brotli(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: best ? 11 : 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
}
