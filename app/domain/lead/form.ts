import { z } from "zod";
import { words } from "~/domain/kernel/words";

/** Longest lead, in characters: the rule of a neighbouring city for 提案线索. */
export const leadMost = 300;

/** What anybody may send as a lead. Name and contact are asked for: a lead is given under one's real name. */
export const leadForm = z.object({
  requestKey: z.uuid({ error: "bad_value" }),
  name: words(80),
  contact: words(120),
  residence: words(80).optional(),
  text: words(leadMost),
  consent: z.literal("yes", { error: "consent" }),
});
