import { languageTag, type Locale } from "~/domain/kernel/locale";

const zone = "Asia/Shanghai";
const formatTag: Record<Locale, string> = {
  ...languageTag,
  "zh-Hans": "zh-Hans-CN",
  "zh-Hant": "zh-Hant-HK",
  en: "en-GB",
};
const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`;
  const known = cache.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(formatTag[locale], { timeZone: zone, ...options });
  cache.set(key, made);
  return made;
}

/** A day in Beijing time, as the language writes it. In Macao's Portuguese months have a capital: 19 de Abril de 2023. */
export function formatDay(date: Date | string, locale: Locale): string {
  const text = formatter(locale, "day", { year: "numeric", month: "long", day: "numeric" }).format(new Date(date));
  return locale === "pt" ? text.replace(/ de (\p{Ll})/u, (_, letter: string) => ` de ${letter.toUpperCase()}`) : text;
}

/** The day of the week of a day in Beijing time. */
export function formatWeekday(date: Date | string, locale: Locale): string {
  return formatter(locale, "weekday", { weekday: "long" }).format(new Date(date));
}

/** A day and time in Beijing time. */
export function formatTime(date: Date | string, locale: Locale): string {
  const time = formatter(locale, "time", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    new Date(date),
  );
  return `${formatDay(date, locale)} ${time}`;
}

const stamp = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" });

/** A moment in Beijing time to the second, written alike in all languages, so that a column of them lines up. */
export function formatStamp(date: Date | string): string {
  return stamp.format(new Date(date));
}

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(formatTag[locale], { maximumFractionDigits: 2 }).format(value);
}

/** The size of a file, given in bytes, in kilobytes. */
export function formatSize(bytes: number, locale: Locale): string {
  const options = { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(formatTag[locale], options).format(Math.ceil(bytes / 1000));
}
