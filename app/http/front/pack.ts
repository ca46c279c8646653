import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

/** Packs text in one of the two ways that browsers understand. */
export function pack(plain: Buffer, way: "br" | "gzip"): Promise<Buffer> {
  if (way === "gzip") return zip(plain, { level: 6 });
  return brotli(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  });
}
