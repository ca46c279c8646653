import { inflateRawSync } from "node:zlib";

const [endMark, entryMark, fileMark] = [0x06054b50, 0x02014b50, 0x04034b50];
const [stored, deflated] = [0, 8];

/** More entries than any workbook of ours has. */
const entriesMost = 500;

/**
 * The files in a ZIP, by their names. What an entry says of its own size is not believed: all together may hold `most`
 * bytes, counted as they are unpacked. Null where it is no ZIP that can be read, or holds more.
 */
export function entriesOf(zip: Buffer, most: number): Map<string, Buffer> | null {
  try {
    return unpacked(zip, most);
  } catch {
    // A reading beyond the end, broken data, or more of it than may be.
    return null;
  }
}

function unpacked(zip: Buffer, most: number): Map<string, Buffer> | null {
  const end = endOf(zip);
  const count = end < 0 ? 0 : zip.readUInt16LE(end + 10);
  if (count === 0 || count > entriesMost) return null;
  const entries = new Map<string, Buffer>();
  let [at, left] = [zip.readUInt32LE(end + 16), most];
  for (let number = 0; number < count; number += 1) {
    if (zip.readUInt32LE(at) !== entryMark || (zip.readUInt16LE(at + 8) & 1) === 1) return null;
    const [name, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const file = zip.subarray(at + 46, at + 46 + (name ?? 0)).toString("utf8");
    const packed = packedAt(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 20));
    const bytes = packed && openOne(packed, zip.readUInt16LE(at + 10), left);
    if (!bytes || entries.has(file)) return null;
    entries.set(file, bytes);
    left -= bytes.length;
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** Where the record stands that a ZIP ends with; a comment may follow it. */
function endOf(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at -= 1)
    if (zip.readUInt32LE(at) === endMark) return at;
  return -1;
}

function packedAt(zip: Buffer, at: number, length: number): Buffer | null {
  if (zip.readUInt32LE(at) !== fileMark) return null;
  const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  return start + length <= zip.length ? zip.subarray(start, start + length) : null;
}

function openOne(packed: Buffer, method: number, most: number): Buffer | null {
  if (method === stored) return packed.length <= most ? packed : null;
  return method === deflated && most > 0 ? inflateRawSync(packed, { maxOutputLength: most }) : null;
}
