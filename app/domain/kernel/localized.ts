import { z } from "zod";

/** One text in all four languages, none empty. */
export const localized = z.object({
  "zh-Hans": z.string().min(1),
  "zh-Hant": z.string().min(1),
  en: z.string().min(1),
  pt: z.string().min(1),
});
