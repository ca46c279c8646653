import { RemixI18Next } from "remix-i18next/server";
import { locales } from "~/domain/kernel/locale";
import { languageCookie } from "../session/cookies";
import { preferredLocale } from "./i18n";

/** The reader's language where the address names none: the one chosen before, else what the browser asks for. */
export function detectLocale(request: Request): Promise<string> {
  const detector = new RemixI18Next({
    detection: {
      supportedLanguages: [...locales],
      fallbackLanguage: "zh-Hans",
      cookie: languageCookie(),
      order: ["cookie", "custom"],
      findLocale: async ({ headers }) => preferredLocale(headers.get("Accept-Language")),
    },
  });
  return detector.getLocale(request);
}
