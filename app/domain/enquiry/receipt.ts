/** Crockford's 32 signs: no I, L, O or U, so that a code survives handwriting and the telephone. */
const signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const length = 20;

/** A receipt code from the first 100 bits of `bytes`, in four groups: `7K2QF-…`. Needs at least 13 bytes. */
export function codeOf(bytes: Uint8Array): string {
  const bits = [...bytes.subarray(0, 13)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  if (bits.length < length * 5) throw new RangeError("A receipt code needs 100 bits.");
  const code = Array.from({ length }, (_, index) =>
    signs.charAt(Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)),
  ).join("");
  return code.replace(/(.{5})(?=.)/g, "$1-");
}

/** What a person typed, as the 20 signs that were meant: O is 0, I and L are 1; case, spaces and dashes say nothing. */
export function plainCode(typed: string): string | null {
  const plain = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return plain.length === length && [...plain].every((sign) => signs.includes(sign)) ? plain : null;
}
