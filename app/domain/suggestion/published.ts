import type { Locale } from "~/domain/kernel/locale";

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
