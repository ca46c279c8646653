import { z } from "zod";
import { localized } from "~/domain/kernel/localized";

/** One figure of the sources: value, qualifier, unit, period and scope stand apart, and none is ever added to another. */
export const figureSchema = z.object({
  key: z.string(),
  value: z.number(),
  qualifier: z.enum(["exact", "about", "more_than", "nearly"]),
  unit: z.string(),
  period: z.object({ code: z.string(), labels: localized }),
  group: z.enum([
    "proposals",
    "advice",
    "consultation",
    "enterprises",
    "learning",
    "members",
    "parties",
    "street-lights",
  ]),
  scope: localized,
  note: localized.nullable(),
  source: z.string(),
});

export type Figure = z.infer<typeof figureSchema>;
