import { createHash } from "node:crypto";

/** A row as the database holds it, each field as the text that its hash is taken of. */
export type Row = {
  seq: string;
  /** Milliseconds since 1970. */
  at: string;
  actorId: string | null;
  actorRole: string;
  verb: string;
  kind: string;
  reference: string;
  network: string | null;
  country: string | null;
  particulars: string;
  /** In hexadecimal. */
  hash: string;
};

/** Where a chain ends: the number of its last line and that line's hash. */
export type Head = { seq: number; hash: string };

/**
 * What is wrong with a journal. `changed`: a line, or the one before it, is not what it was when it was written;
 * `missing`: lines from here on are gone; `order`: a line stands where another number belongs; `cut`: the end that was
 * kept elsewhere is not there; `other`: the line is whole, but not the one whose hash was kept elsewhere.
 */
export type Fault = "changed" | "missing" | "order" | "cut" | "other";

export type Finding = ({ ok: true } & Head) | { ok: false; seq: number; fault: Fault };

const names = [
  "seq",
  "at",
  "actorId",
  "actorRole",
  "verb",
  "kind",
  "reference",
  "network",
  "country",
  "particulars",
] as const;

/** The hash of a row that follows the one with the hash `before`; the first follows nothing. */
export function hashOf(before: string, row: Omit<Row, "hash">): string {
  const fields = names.map((name) => {
    const value = row[name];
    return value === null ? "-" : `${Buffer.byteLength(value)}:${value}`;
  });
  return createHash("sha256").update(Buffer.from(before, "hex")).update(fields.join("")).digest("hex");
}

/** Follows a chain from its first row and stops at the first that does not belong. Holds one batch at a time. */
export async function follow(batches: AsyncIterable<Row[]>, kept: Head | null = null): Promise<Finding> {
  let last: Head = { seq: 0, hash: "" };
  for await (const rows of batches) {
    for (const row of rows) {
      const seq = Number(row.seq);
      const expected = last.seq + 1;
      if (seq > expected) return { ok: false, seq: expected, fault: "missing" };
      if (seq < expected) return { ok: false, seq, fault: "order" };
      if (hashOf(last.hash, row) !== row.hash) return { ok: false, seq, fault: "changed" };
      if (kept?.seq === seq && kept.hash !== row.hash) return { ok: false, seq, fault: "other" };
      last = { seq, hash: row.hash };
    }
  }
  if (kept && kept.seq > last.seq) return { ok: false, seq: last.seq + 1, fault: "cut" };
  return { ok: true, ...last };
}

/** A head as it stands in the worker's log, `<seq>:<hash>`; null for anything else. */
export function headOf(text: string): Head | null {
  const [, seq, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  return seq && hash ? { seq: Number(seq), hash } : null;
}
