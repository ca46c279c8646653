import { z } from "zod";

/**
 * A text that a person must write, of at most so many characters. Characters are counted as people count them: a rare
 * Han character is one, and so is the end of a line, which browsers send as two. Signs that no keyboard makes and no
 * database keeps are left out.
 */
export function words(most: number) {
  return z
    .string({ error: "required" })
    .overwrite(plain)
    .min(1, { error: "required" })
    .refine((text) => [...text].length <= most, { error: "too_long" });
}

function plain(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]/gu, "")
    .trim();
}
