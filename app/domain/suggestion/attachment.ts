/** Most files with a suggestion, and the most bytes of each. */
export const filesMost = 3;
export const bytesMost = 5 * 1024 * 1024;

const starts: [string, number[]][] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
];

/** What kind of file these bytes are, by how they begin: a name or a declared type proves nothing. Null: not accepted. */
export function typeOfBytes(bytes: Uint8Array): string | null {
  for (const [type, start] of starts) if (start.every((byte, at) => bytes[at] === byte)) return type;
  if (bytes.includes(0)) return null;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return "text/plain";
  } catch {
    return null;
  }
}

/** A file's name without any path or control character, short enough to keep. */
export function plainName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? "";
  return (
    last
      .replace(/[\p{Cc}\p{Cf}"]/gu, "")
      .trim()
      .slice(-120) || "file"
  );
}
