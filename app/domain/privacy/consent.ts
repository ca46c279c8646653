import type { Locale } from "~/domain/kernel/locale";

/**
 * To what the portal asks people to agree, by what they agree to it with. The version is that of the words in all four
 * languages: a new text gets a new number, and who saw the old one has agreed to the old one.
 */
export const consents = {
  enquiry: { purpose: "answer", version: "1", text: "enquiry:field.consent.text" },
  lead: { purpose: "contact", version: "1", text: "lead:field.consent" },
  claim: { purpose: "membership", version: "1", text: "membership:claim.consent" },
  follower: { purpose: "updates", version: "1", text: "following:consent" },
  suggestion: { purpose: "publication", version: "1", text: "suggestion:field.publishable" },
} as const;

export type Subject = keyof typeof consents;

/** A consent as it is kept: to what, in which words and which language, when. */
export function consentTo(subject: Subject, subjectId: string, locale: Locale, at: Date) {
  const { purpose, version } = consents[subject];
  return { subject, subjectId, purpose, version, locale, at };
}
