import { promisify } from "node:util";
import { constants, crc32, deflateRaw } from "node:zlib";

/** One file of an archive, whose bytes are asked for when its turn comes. */
export type Part = { name: string; bytes: AsyncIterable<Uint8Array> };

/** What was written of one file: its checksum, its size packed and plain, in bytes, and where it begins. */
type Written = { name: Buffer; crc: number; packed: number; plain: number; from: number };

const pack = promisify<Buffer | Uint8Array, object, Buffer>(deflateRaw);
/** Every piece ends at a whole byte, so that pieces stand behind one another; this empty one says that it is all. */
const inPieces = { finishFlush: constants.Z_SYNC_FLUSH };
const nothingMore = Buffer.from([3, 0]);

/** Above this an archive needs other headers (ZIP64). */
const most = 0xffffffff;

/**
 * Packs files into an archive (PKWARE's APPNOTE 6.3.10) while they are read: one piece is held at a time. Names are UTF-8;
 * times are left out, so that the same files are the same archive. Throws where a file or the archive passes 4 GiB.
 */
export async function* zip(parts: AsyncIterable<Part> | Iterable<Part>): AsyncGenerator<Uint8Array> {
  const all: Written[] = [];
  let at = 0;
  for await (const { name, bytes } of parts) {
    const one: Written = { name: Buffer.from(name), crc: 0, packed: 0, plain: 0, from: at };
    const head = headOf(one);
    yield head;
    for await (const piece of bytes) {
      one.crc = crc32(piece, one.crc);
      one.plain += piece.byteLength;
      const packed = await pack(piece, inPieces);
      one.packed += packed.byteLength;
      yield packed;
    }
    one.packed += nothingMore.byteLength;
    yield Buffer.concat([nothingMore, sumsOf(one)]);
    at += head.byteLength + one.packed + 16;
    if (at > most || one.plain > most) throw new RangeError("An archive above 4 GiB.");
    all.push(one);
  }
  const list = Buffer.concat(all.map(entryOf));
  yield Buffer.concat([list, endOf(all.length, list.byteLength, at)]);
}

/** Sums follow the bytes, names are UTF-8 (flags 3 and 11); packed by deflate; the first day of 1980. */
const manner = [
  [20, 2],
  [0x0808, 2],
  [8, 2],
  [0, 2],
  [0x21, 2],
] as const;

function headOf({ name }: Written): Buffer {
  return Buffer.concat([numbers([0x04034b50, 4], ...manner, [0, 4], [0, 4], [0, 4], [name.length, 2], [0, 2]), name]);
}

function sumsOf({ crc, packed, plain }: Written): Buffer {
  return numbers([0x08074b50, 4], [crc, 4], [packed, 4], [plain, 4]);
}

function entryOf({ name, crc, packed, plain, from }: Written): Buffer {
  const sums = [[crc, 4] as const, [packed, 4] as const, [plain, 4] as const];
  const rest = [[name.length, 2] as const, [0, 4] as const, [0, 4] as const, [0, 4] as const, [from, 4] as const];
  return Buffer.concat([numbers([0x02014b50, 4], [20, 2], ...manner, ...sums, ...rest), name]);
}

function endOf(count: number, size: number, from: number): Buffer {
  return numbers([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [size, 4], [from, 4], [0, 2]);
}

/** Numbers, each of 2 or 4 bytes, the lowest byte first. */
function numbers(...all: (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  const buffer = Buffer.alloc(all.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of all) at = buffer.writeUIntLE(value, at, bytes);
  return buffer;
}
