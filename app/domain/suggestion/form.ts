import { z } from "zod";
import { functions } from "~/domain/catalogue/entry";
import { locales } from "~/domain/kernel/locale";
import { words } from "~/domain/kernel/words";
import { counties } from "~/domain/place/place";
import { ratings, refusalReasons, replyClasses } from "./suggestion";

/** Longest title, and longest matter, analysis and measures together, in characters: the rule of a district for proposals. */
export const titleMost = 80;
export const textMost = 2000;
/** Longest reason or explanation, and longest reply. */
export const reasonMost = 1000;
export const replyMost = 5000;

const key = z.uuid({ error: "bad_value" });

/** The version that was on the page when somebody decided. Left out, the state alone is checked. */
const seen = z.number({ error: "bad_value" }).int({ error: "bad_value" }).optional();

const text = {
  title: words(titleMost),
  matter: words(textMost),
  analysis: words(textMost),
  measures: words(textMost),
  function: z.enum(functions, { error: "choose" }),
  placeSlug: z.enum(counties, { error: "bad_value" }).optional(),
  locale: z.enum(locales, { error: "choose" }),
  publishable: z.literal("yes", { error: "bad_value" }).optional(),
};

const together = (value: { matter: string; analysis: string; measures: string }) =>
  [...(value.matter + value.analysis + value.measures)].length <= textMost;
const tooLong = { error: "too_long", path: ["measures"] };

/** What a member may send as a suggestion. Files are checked apart, by what they hold. */
export const suggestionForm = z.object({ requestKey: key, ...text }).refine(together, tooLong);
export const revisionForm = z.object({ seen, ...text }).refine(together, tooLong);

export const reviewForm = z.discriminatedUnion(
  "verdict",
  [
    z.object({ seen, verdict: z.literal("take") }),
    z.object({ seen, verdict: z.literal("return"), words: words(reasonMost) }),
    z.object({
      seen,
      verdict: z.literal("refuse"),
      reason: z.enum(refusalReasons, { error: "choose" }),
      words: words(reasonMost),
    }),
  ],
  { error: "choose" },
);

export const assignmentForm = z.object({
  seen,
  unit: z.string({ error: "choose" }).max(80, "bad_value"),
  dueOn: z.iso.date({ error: "bad_date" }),
});
export const acceptanceForm = z.discriminatedUnion(
  "verdict",
  [
    z.object({ seen, verdict: z.literal("accept") }),
    z.object({ seen, verdict: z.literal("ask_back"), words: words(reasonMost) }),
  ],
  { error: "choose" },
);
/** A message may go with it. */
export const supervisionForm = z
  .object({ seen, words: words(reasonMost).optional() })
  .transform((sent) => ({ ...sent, words: sent.words ?? "" }));
export const replyForm = z.object({
  seen,
  text: words(replyMost),
  class: z.enum(replyClasses, { error: "choose" }),
  locale: z.enum(locales, { error: "choose" }),
});

/** Who is dissatisfied says why: the unit handles it again and must know what is missing. */
export const ratingForm = z
  .object({ seen, rating: z.enum(ratings, { error: "choose" }), words: words(reasonMost).optional() })
  .transform((sent) => ({ ...sent, words: sent.words ?? "" }))
  .refine(({ rating, words: reason }) => rating !== "dissatisfied" || reason !== "", {
    error: "required",
    path: ["words"],
  });

/** Withdrawal and publication carry nothing but what was seen. */
export const withdrawalForm = z.object({ seen });
export const publicationForm = z.object({
  seen,
  verdict: z.enum(["publish", "unpublish"], { error: "choose" }),
});
