import { z } from "zod";
import { functions } from "~/domain/catalogue/entry";
import { locales } from "~/domain/kernel/locale";
import { ratings, refusalReasons, replyClasses } from "./suggestion";

/** Longest title, and longest matter, analysis and measures together, in characters: the rule of a district for proposals. */
export const titleMost = 80;
export const textMost = 2000;

const words = (most: number) => z.string({ error: "required" }).trim().min(1, "required").max(most, "too_long");
const key = z.uuid({ error: "bad_value" });

const text = {
  title: words(titleMost),
  matter: words(textMost),
  analysis: words(textMost),
  measures: words(textMost),
  function: z.enum(functions, { error: "choose" }),
  placeSlug: z.string().max(80).optional(),
  locale: z.enum(locales, { error: "choose" }),
  publishable: z.literal("yes").optional(),
};

const together = (value: { matter: string; analysis: string; measures: string }) =>
  [...(value.matter + value.analysis + value.measures)].length <= textMost;
const tooLong = { error: "too_long", path: ["measures"] };

/** What a member may send as a suggestion. Files are checked apart, by what they hold. */
export const suggestionForm = z.object({ requestKey: key, ...text }).refine(together, tooLong);
export const revisionForm = z.object(text).refine(together, tooLong);

export const reviewForm = z.discriminatedUnion(
  "verdict",
  [
    z.object({ verdict: z.literal("take") }),
    z.object({ verdict: z.literal("return"), words: words(1000) }),
    z.object({ verdict: z.literal("refuse"), reason: z.enum(refusalReasons, { error: "choose" }), words: words(1000) }),
  ],
  { error: "choose" },
);

export const assignmentForm = z.object({
  unit: z.string({ error: "choose" }).max(80),
  dueOn: z.iso.date({ error: "bad_date" }),
});
export const acceptanceForm = z.discriminatedUnion(
  "verdict",
  [z.object({ verdict: z.literal("accept") }), z.object({ verdict: z.literal("ask_back"), words: words(1000) })],
  { error: "choose" },
);
export const replyForm = z.object({
  text: words(5000),
  class: z.enum(replyClasses, { error: "choose" }),
  locale: z.enum(locales, { error: "choose" }),
});

/** Who is dissatisfied says why: the unit handles it again and must know what is missing. */
export const ratingForm = z
  .object({ rating: z.enum(ratings, { error: "choose" }), words: z.string().trim().max(1000, "too_long").default("") })
  .refine(({ rating, words: reason }) => rating !== "dissatisfied" || reason !== "", {
    error: "required",
    path: ["words"],
  });
