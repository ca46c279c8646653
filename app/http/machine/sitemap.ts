import { entryAddresses } from "~/domain/catalogue/entries.server";
import { entryKinds } from "~/domain/catalogue/entry";
import { languageTag, locales, type Locale } from "~/domain/kernel/locale";
import { placeSlugs } from "~/domain/place/places.server";
import { publishedReferences } from "~/domain/suggestion/public.server";
import { surnameCards } from "~/domain/surname/surnames.server";
import { href, recordHref, type PageName } from "~/paths";
import { env } from "~/platform/env";

const fixed = [
  "home",
  "initiatives",
  "projects",
  "programmes",
  "proposals",
  "suggestions",
  "issues",
  "events",
  "documents",
  "bodies",
  "stations",
  "places",
  "surnames",
  "figures",
  "about",
  "privacy",
  "terms",
  "accessibility",
  "suggest",
  "ask",
] as const satisfies PageName[];

/** The site map: each page once per language, with its versions in the others. */
export async function sitemap(): Promise<string> {
  const [entries, places, surnames, suggestions] = await Promise.all([
    entryAddresses(),
    placeSlugs(),
    surnameCards(),
    publishedReferences(),
  ]);
  const pages: ((locale: Locale) => string)[] = [
    ...fixed.map((page) => (locale: Locale) => href(locale, page)),
    ...entries.flatMap(({ kind, slug }) => {
      const known = entryKinds.find((one) => one === kind);
      return known ? [(locale: Locale) => recordHref(locale, known, slug)] : [];
    }),
    ...places.map((slug) => (locale: Locale) => recordHref(locale, "place", slug)),
    ...suggestions.map((reference) => (locale: Locale) => recordHref(locale, "suggestion", reference)),
    ...surnames.map(
      ({ slug }) =>
        (locale: Locale) =>
          recordHref(locale, "surname", slug),
    ),
  ];
  const base = env().BASE_URL;
  const urls = pages.flatMap((page) => {
    const others = locales
      .map((locale) => `<xhtml:link rel="alternate" hreflang="${languageTag[locale]}" href="${base}${page(locale)}"/>`)
      .join("");
    return locales.map((locale) => `<url><loc>${base}${page(locale)}</loc>${others}</url>`);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`;
}
