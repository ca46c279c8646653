import type { Locale } from "~/domain/kernel/locale";

/** Whether this can be the number of a suggestion at all: addresses hold whatever somebody types. */
export function isReference(text: string): boolean {
  return /^YJ-\d{4}-\d{4,9}$/.test(text);
}

/** What everybody may know of a published suggestion: who wrote it is not among it. */
export type PublicSuggestion = {
  reference: string;
  locale: Locale;
  title: string;
  matter: string;
  measures: string;
  function: string;
  placeSlug: string | null;
  state: string;
  year: number;
  updatedAt: string;
};
