import { z } from "zod";

/** Signs that print nothing and can mislead: control characters, and marks that turn the direction of text about. */
const unprintable = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
/** Neither letter, digit nor sign: what is made of these alone says nothing. */
const invisible = /[\s\p{Cf}\u115F\u1160\u3164\uFFA0]/gu;

/** What somebody typed as it is kept: whole characters only, each line's end one sign, as the field counted it. */
export function plainWords(typed: string): string {
  return typed.toWellFormed().replace(/\r\n?/g, "\n").replace(unprintable, "").trim();
}

/**
 * A text that a person writes, of at most and at least so many characters. They are counted as people count them: a
 * rare Han character is one, and what nobody sees is none. Nothing at all is `required`, too little `too_short`.
 */
export function words(most: number, least = 1) {
  return z
    .string({ error: "required" })
    .overwrite(plainWords)
    .refine((text) => [...text].length <= most, { error: "too_long" })
    .refine((text) => [...text.replace(invisible, "")].length >= least, {
      error: least > 1 ? "too_short" : "required",
    });
}
