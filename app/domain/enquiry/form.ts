import { z } from "zod";
import { words } from "~/domain/kernel/words";
import { consents } from "~/domain/privacy/consent";
import { countySlugs } from "./counties";
import { exitReasons, takeOverReasons } from "./enquiry";
import { regions } from "./regions";
import { isTopic } from "./topics";

/** Who somebody is in the eyes of the documents: it decides by which route a paper becomes valid in the mainland. */
export const nationalities = ["cn_abroad", "hk", "mo", "tw", "foreign", "cn_mainland"] as const;

/** The version of the words that are consented to; who saw an old one is asked again. */
export const consentVersion = consents.enquiry.version;

/** The longest text of an asker. */
export const longest = 3000;

const requestKey = z.uuid({ error: "bad_value" });

export const askForm = z.object({
  requestKey,
  topic: z.string({ error: "choose" }).refine(isTopic, { error: "choose" }),
  place: z
    .string()
    .refine((slug) => countySlugs.some((county) => county === slug), { error: "bad_value" })
    .optional(),
  region: z.string({ error: "choose" }).refine((code) => regions.includes(code), { error: "choose" }),
  nationality: z.enum(nationalities, { error: "choose" }),
  text: words(longest, 20),
  contact: z.email({ error: "email" }).max(254, { error: "too_long" }).optional(),
  consent: z.literal(consentVersion, { error: "consent" }),
});
export type AskForm = z.output<typeof askForm>;

/** Something more of the asker. */
export const messageForm = z.object({ requestKey, text: words(longest, 2) });
export type MessageForm = z.output<typeof messageForm>;

/** An answer of the station. `seen` is the version of the enquiry that was on the page when it was written. */
export const answerForm = z.object({
  requestKey,
  text: words(2 * longest, 2),
  seen: z.number({ error: "bad_value" }).int().optional(),
});
export type AnswerForm = z.output<typeof answerForm>;

export const returnForm = z.object({ code: z.string({ error: "required" }).max(100, { error: "wrong_code" }) });

/** Why a colleague takes over. */
export const takeOverForm = z.object({ reason: z.enum(takeOverReasons, { error: "choose" }) });

export const removalForm = z.object({ reason: z.enum(exitReasons, { error: "choose" }) });
