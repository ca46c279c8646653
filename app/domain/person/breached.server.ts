import { createHash } from "node:crypto";
import { env } from "~/platform/env";
import { hasLine, linesAcross } from "~/platform/files/sorted";

/**
 * Whether a password is in the list of stolen ones that who runs the portal has put beside it: the SHA-1 hashes of Have I
 * Been Pwned, in their order. Nobody else is asked. Without a list no password is.
 */
export async function isBreached(password: string): Promise<boolean> {
  const path = env().BREACHED_PASSWORDS;
  return path !== undefined && hasLine(path, createHash("sha1").update(password).digest("hex").toUpperCase());
}

/** Throws one clear sentence where the list cannot be read, or is none of SHA-1 hashes in their order. */
export async function checkBreachList(): Promise<void> {
  const path = env().BREACHED_PASSWORDS;
  if (path !== undefined) await checkList(path);
}

async function checkList(path: string): Promise<void> {
  const wrong = (why: string) =>
    new Error(`Wrong settings: BREACHED_PASSWORDS (${path}): ${why}. See docs/running.md.`);
  const lines = await linesAcross(path, 64).catch((error: unknown) => {
    throw wrong(error instanceof Error ? error.message : String(error));
  });
  if (lines.length === 0) throw wrong("it is empty");
  if (lines.every((line) => /^[\da-f]{32}(:|$)/i.test(line)))
    throw wrong("it holds NTLM hashes; take the list of SHA-1 hashes");
  if (!lines.every((line) => /^[\da-f]{40}(:\d+)?$/i.test(line)))
    throw wrong("a line is no SHA-1 hash of 40 hexadecimal digits, with or without :count");
  const digests = lines.map((line) => line.slice(0, 40).toUpperCase());
  if (digests.some((digest, at) => digest < (digests[at - 1] ?? "")))
    throw wrong("it is not ordered by hash; take the list that is");
}
