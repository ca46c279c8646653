import type { Locale, Localized } from "~/domain/kernel/locale";
import listed from "../../../prisma/content/legal-topics.json";

const topics: readonly { code: string; names: Localized }[] = listed;

export function isTopic(code: string): boolean {
  return topics.some((topic) => topic.code === code);
}

/** What the legal desk may be asked about, in the order of the list. */
export function topicOptions(locale: Locale): { value: string; label: string }[] {
  return topics.map(({ code, names }) => ({ value: code, label: names[locale] }));
}

/** The name of a topic; the code itself for one that left the list. */
export function topicName(code: string, locale: Locale): string {
  return topics.find((topic) => topic.code === code)?.names[locale] ?? code;
}
