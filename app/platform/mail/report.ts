import PostalMime from "postal-mime";

/** What a report says became of a letter: the addresses it came to, and the code of a failure that stays, if it tells of one. */
export type Report = { addresses: string[]; code: string | null };

/** The longest address there is, in characters (RFC 5321). */
const addressMost = 320;

/** Headers in which servers name the address that they delivered to. */
const envelopes = new Set(["delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "to"]);

/**
 * Reads a report of delivery (RFC 3464). A letter that is only delayed has no code, nor has one that is no report: an
 * answer by a machine, or by a person.
 */
export async function readReport(message: Buffer): Promise<Report> {
  const { headers, attachments } = await PostalMime.parse(message, { attachmentEncoding: "utf8" });
  const addresses = headers
    .filter(({ key }) => envelopes.has(key))
    .flatMap(({ value }) => value.split(/[\s<>,;:"()]+/))
    .filter((part) => part.length <= addressMost && part.includes("@"));
  const report = attachments.find(({ mimeType }) => mimeType === "message/delivery-status");
  const content = report ? textOf(report.content) : "";
  const failed = content.split(/\r?\n\s*\r?\n/).find((fields) => /^action:\s*failed\b/im.test(fields)) ?? "";
  const [, code = "5.0.0"] = /^status:\s*(5\.\d{1,3}\.\d{1,3})/im.exec(failed) ?? [];
  return { addresses, code: failed === "" ? null : code };
}

function textOf(content: string | ArrayBuffer | Uint8Array): string {
  return typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString("utf8");
}
