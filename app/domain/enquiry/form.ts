import { z } from "zod";
import { countySlugs } from "./counties";
import { exitReasons, takeOverReasons } from "./enquiry";
import { regions } from "./regions";
import { isTopic } from "./topics";

/** Who somebody is in the eyes of the documents: it decides by which route a paper becomes valid in the mainland. */
export const nationalities = ["cn_abroad", "hk", "mo", "tw", "foreign", "cn_mainland"] as const;

/** The version of the words that are consented to. A new text gets a new number; who saw the old one is asked again. */
export const consentVersion = "1";

/** The longest text of an asker. */
export const longest = 3000;

const requestKey = z.uuid({ error: "bad_value" });

/** Signs that print nothing and can mislead: control characters, and marks that turn the direction of text about. */
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
/** Neither letter, digit nor sign: what is made of these alone says nothing. */
const invisible = /[\s\p{Cf}\u115F\u1160\u3164\uFFA0]/gu;

/** What somebody typed as it is kept: whole characters only, each line's end one sign, as the field counted it. */
export function plainWords(typed: string): string {
  return typed.toWellFormed().replace(/\r\n?/g, "\n").replace(unprintable, "").trim();
}

const words = (least: number, most: number) =>
  z
    .string({ error: "required" })
    .overwrite(plainWords)
    .max(most, { error: "too_long" })
    .refine((text) => text.replace(invisible, "").length >= least, { error: "too_short" });

export const askForm = z.object({
  requestKey,
  topic: z.string({ error: "choose" }).refine(isTopic, { error: "choose" }),
  place: z
    .string()
    .refine((slug) => countySlugs.some((county) => county === slug), { error: "bad_value" })
    .optional(),
  region: z.string({ error: "choose" }).refine((code) => regions.includes(code), { error: "choose" }),
  nationality: z.enum(nationalities, { error: "choose" }),
  text: words(20, longest),
  contact: z.email({ error: "email" }).max(254, { error: "too_long" }).optional(),
  consent: z.literal(consentVersion, { error: "consent" }),
});
export type AskForm = z.output<typeof askForm>;

/** Something more of the asker. */
export const messageForm = z.object({ requestKey, text: words(2, longest) });
export type MessageForm = z.output<typeof messageForm>;

/** An answer of the station. `seen` is the version of the enquiry that was on the page when it was written. */
export const answerForm = z.object({
  requestKey,
  text: words(2, 2 * longest),
  seen: z.number({ error: "bad_value" }).int().optional(),
});
export type AnswerForm = z.output<typeof answerForm>;

export const returnForm = z.object({ code: z.string({ error: "required" }).max(100, { error: "wrong_code" }) });

/** Why a colleague takes over. */
export const takeOverForm = z.object({ reason: z.enum(takeOverReasons, { error: "choose" }) });

export const removalForm = z.object({ reason: z.enum(exitReasons, { error: "choose" }) });
