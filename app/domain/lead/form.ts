import { z } from "zod";

/** Longest lead, in characters: the rule of a neighbouring city for 提案线索. */
export const leadMost = 300;

const words = (most: number) => z.string({ error: "required" }).trim().min(1, "required").max(most, "too_long");

/** What anybody may send as a lead. Name and contact are asked for: a lead is given under one's real name. */
export const leadForm = z.object({
  requestKey: z.uuid({ error: "bad_value" }),
  name: words(80),
  contact: words(120),
  residence: z.string().trim().max(80, "too_long").optional(),
  text: words(leadMost),
  consent: z.literal("yes", { error: "consent" }),
});
