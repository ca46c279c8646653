/** The four languages of the portal, as they stand in URLs, `lang` attributes and folders of `locales/`. */
export const locales = ["zh-Hans", "zh-Hant", "en", "pt"] as const;

export type Locale = (typeof locales)[number];

/** One text in all four languages. */
export type Localized = Record<Locale, string>;

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** BCP 47 tags for `lang` and `hreflang`: Portuguese is written as in Portugal and Macao, Traditional as in Hong Kong and Macao. */
export const languageTag: Record<Locale, string> = {
  "zh-Hans": "zh-Hans",
  "zh-Hant": "zh-Hant",
  en: "en",
  pt: "pt-PT",
};
