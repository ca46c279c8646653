import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageTag, locales, type Locale } from "~/domain/kernel/locale";
import { patterns } from "~/paths";

/** Each language names itself, in its own script: who looks for it may read no other. */
export const ownNames = { "zh-Hans": "简体", "zh-Hant": "繁體", en: "English", pt: "Português" } as const;

/** The same page in the other languages. */
export function Languages({ locale }: { locale: Locale }) {
  const { t } = useTranslation("common");
  const { pathname, search } = useLocation();
  return (
    <nav className="site-languages" aria-label={t("language")}>
      {locales.map((lang) => (
        <a
          key={lang}
          href={inLanguage(pathname, lang) + search}
          lang={languageTag[lang]}
          hrefLang={languageTag[lang]}
          aria-current={lang === locale ? "true" : undefined}
        >
          {ownNames[lang]}
        </a>
      ))}
    </nav>
  );
}

function inLanguage(path: string, lang: Locale): string {
  const rest = path.split("/").slice(2).join("/");
  const home = patterns.home.replace(":lang", lang);
  return rest ? `${home}/${rest}` : home;
}
