import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInstance, type i18n, type Resource, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import { isLocale, locales, type Locale } from "~/domain/kernel/locale";

const folder = "locales";
const instances = new Map<Locale, i18n>();

function resources(): Resource {
  return Object.fromEntries(
    locales.map((locale) => {
      const files = readdirSync(join(folder, locale)).filter((name) => name.endsWith(".json"));
      return [
        locale,
        Object.fromEntries(
          files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, locale, name), "utf8"))]),
        ),
      ];
    }),
  );
}

/** The translator of one language, with all namespaces loaded; made once per process. */
export function translator(locale: Locale): i18n {
  const known = instances.get(locale);
  if (known) return known;
  const all = resources();
  for (const one of locales) {
    const instance = createInstance();
    void instance.use(initReactI18next).init({
      lng: one,
      fallbackLng: false,
      supportedLngs: [...locales],
      resources: all,
      ns: Object.keys(all[one] ?? {}),
      defaultNS: "common",
      initImmediate: false,
      returnNull: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
    instances.set(one, remembering(instance));
  }
  return translator(locale);
}

/**
 * Most words of a page are plain: the same key in the same namespaces is the same text each time, and looking it up by
 * all the library's rules takes a seventh of the time a page is made in. What has particulars is looked up each time.
 */
function remembering(instance: i18n): i18n {
  const makeT = instance.getFixedT.bind(instance);
  const made = new Map<string, TFunction>();
  const remembered = (...args: Parameters<typeof makeT>): TFunction => {
    const which = JSON.stringify(args);
    const known = made.get(which);
    if (known) return known;
    const fixed = makeT(...args);
    const texts = new Map<unknown, string>();
    const t = (...asked: unknown[]): string => {
      const plain = asked.length === 1 && typeof asked[0] === "string";
      const text = plain ? texts.get(asked[0]) : undefined;
      if (text !== undefined) return text;
      const found = Reflect.apply(fixed, undefined, asked) as string;
      // A missing word comes back as its key, and keys may be made of what strangers send: those are not kept.
      if (plain && !String(asked[0]).endsWith(found)) texts.set(asked[0], found);
      return found;
    };
    const whole = Object.assign(t, fixed) as unknown as TFunction;
    made.set(which, whole);
    return whole;
  };
  instance.getFixedT = remembered as typeof makeT;
  return instance;
}

/** The words of one namespace in one language: for what is made outside a page, such as mails, titles and feeds. */
export function words(locale: Locale, namespace: string): TFunction {
  return translator(locale).getFixedT(locale, namespace);
}

/** For development: the next page reads the words from disk again. */
export function forgetWords(): void {
  instances.clear();
}

/** The first language of an `Accept-Language` header that the portal speaks: zh-TW, zh-HK and zh-MO read Traditional. */
export function preferredLocale(header: string | null): Locale {
  const wishes = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...options] = part.trim().split(";");
      const quality = options.map((option) => option.trim()).find((option) => option.startsWith("q="));
      return { tag: tag.toLowerCase(), quality: quality ? Number(quality.slice(2)) || 0 : 1 };
    })
    .filter((wish) => wish.quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  for (const { tag } of wishes) {
    if (/^zh-(hant|tw|hk|mo)\b/.test(tag)) return "zh-Hant";
    if (/^(zh|yue)\b/.test(tag)) return tag.startsWith("yue") ? "zh-Hant" : "zh-Hans";
    const plain = tag.split("-")[0];
    if (isLocale(plain)) return plain;
  }
  return "zh-Hans";
}
