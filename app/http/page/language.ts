import { isLocale, type Locale } from "~/domain/kernel/locale";

/** The language that an address stands in; addresses without one are answered in Simplified Chinese. */
export function localeOfPath(path: string): Locale {
  const first = path.split("/")[1];
  return isLocale(first) ? first : "zh-Hans";
}
