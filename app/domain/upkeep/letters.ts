/** Before the names in an address that say which stuck letters are meant: failed jobs stand on the same page. */
export const lettersPrefix = "letters_";

/** Why a letter came back, by its code (RFC 3463): no such address, a mailbox that takes none, a refusal, or anything else. */
export function whyReturned(code: string): "address" | "mailbox" | "refused" | "other" {
  const [, subject] = code.split(".");
  return subject === "1" ? "address" : subject === "2" ? "mailbox" : subject === "7" ? "refused" : "other";
}
