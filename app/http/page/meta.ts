import type { MetaDescriptor } from "@remix-run/node";
import { isLocale, languageTag, locales, type Locale } from "~/domain/kernel/locale";
import { words } from "~/platform/i18n/i18n";

type At = { params: { lang?: string | undefined }; location: { pathname: string } };

/** Title and description of a page from its words: `page` is `namespace:key`. */
export function titleOf(at: At, page: string, options: Record<string, string | number> = {}): MetaDescriptor[] {
  const locale = isLocale(at.params.lang) ? at.params.lang : "zh-Hans";
  const [namespace = "common", key = ""] = page.split(":");
  return describe(at, words(locale, namespace)(key, options));
}

/** Title, description and the links to the same page in the other languages. */
export function describe(at: At, title: string, description?: string): MetaDescriptor[] {
  const locale: Locale = isLocale(at.params.lang) ? at.params.lang : "zh-Hans";
  const name = words(locale, "common")("site.name");
  const rest = at.location.pathname.split("/").slice(2).join("/");
  const address = (lang: Locale) => (rest ? `/${lang}/${rest}` : `/${lang}`);
  return [
    { title: title === name ? name : `${title} · ${name}` },
    ...(description
      ? [
          { name: "description", content: description },
          { property: "og:description", content: description },
        ]
      : []),
    { property: "og:title", content: title },
    ...locales.map((lang) => ({
      tagName: "link",
      rel: "alternate",
      hrefLang: languageTag[lang],
      href: absolute(address(lang)),
    })),
    { tagName: "link", rel: "alternate", hrefLang: "x-default", href: absolute(rest ? `/zh-Hans/${rest}` : "/") },
    { tagName: "link", rel: "canonical", href: absolute(address(locale)) },
  ];
}

function absolute(path: string): string {
  return `${process.env.BASE_URL?.replace(/\/$/, "") ?? ""}${path}`;
}
