import { z } from "zod";
import type { Localized } from "~/domain/kernel/locale";
import { words } from "~/domain/kernel/words";
import { said } from "../form";

/** Longest notice in one language, in characters. */
export const noticeMost = 600;

export const textFields = ["textHans", "textHant", "textEn", "textPt"] as const;
const text = words(noticeMost).optional();

/** A notice in all four languages, or in none: then it is taken away. */
export function noticeForm(today: string) {
  return z
    .object({ ...said(today), textHans: text, textHant: text, textEn: text, textPt: text })
    .superRefine((sent, context) => {
      const missing = textFields.filter((field) => sent[field] === undefined);
      if (missing.length === textFields.length) return;
      for (const field of missing) context.addIssue({ code: "custom", message: "all_languages", path: [field] });
    });
}

type Sent = z.output<ReturnType<typeof noticeForm>>;

/** The notice that a form holds, or null. */
export function textsIn({ textHans, textHant, textEn, textPt }: Sent): Localized | null {
  return textHans && textHant && textEn && textPt
    ? { "zh-Hans": textHans, "zh-Hant": textHant, en: textEn, pt: textPt }
    : null;
}
