import { useTranslation } from "react-i18next";
import { href, patterns, type PageName } from "~/paths";
import { languageTag, locales } from "~/domain/kernel/locale";
import type { Role } from "~/domain/kernel/actor";
import { SearchBox } from "~/ui/search-box/search-box";
import { Foot } from "./foot";
import type { FrameProps } from "./frame-props";

const ownNames = { "zh-Hans": "简体", "zh-Hant": "繁體", en: "English", pt: "Português" } as const;
const main = ["initiatives", "projects", "proposals", "suggestions", "programmes", "places", "stations", "events", "figures", "suggest", "ask"] as const;
const desks: Partial<Record<Role, "memberDesk" | "committeeDesk" | "unitDesk" | "stationDesk">> = {
  member: "memberDesk",
  committee: "committeeDesk",
  unit: "unitDesk",
  station: "stationDesk",
};

/** The frame of every page: header, language switch, the page itself, footer. */
export function Frame(props: FrameProps) {
  const { locale, path, children } = props;
  const { t } = useTranslation("common");
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="site-head">
        <div className="site-head-row">
          <a className="site-brand" href={href(locale, "home")}>
            <svg viewBox="0 0 36 36" aria-hidden="true">
              <path
                d="M2 28h32M4 28v-4a14 14 0 0 1 28 0v4M11 28v-3a7 7 0 0 1 14 0v3M18 10V4M15 6h6"
                fill="none"
                stroke="currentColor"
                strokeWidth="2.5"
                strokeLinecap="round"
              />
            </svg>
            <span>{t("site.name")}</span>
          </a>
          <SearchBox action={href(locale, "search")} />
          <nav className="site-languages" aria-label={t("language")}>
            {locales.map((lang) => (
              <a key={lang} href={inLanguage(path, lang)} lang={languageTag[lang]} hrefLang={languageTag[lang]} aria-current={lang === locale ? "true" : undefined}>
                {ownNames[lang]}
              </a>
            ))}
          </nav>
        </div>
        <Navigation {...props} />
        <div className="site-arcade" />
      </header>
      <main id="content" className="site-page" tabIndex={-1}>
        {children}
      </main>
      <Foot {...props} />
    </>
  );
}

function Navigation({ locale, path, actor }: FrameProps) {
  const { t } = useTranslation("common");
  const own = (actor?.roles ?? []).flatMap((role) => desks[role] ?? []);
  const link = (page: PageName, address: string) => (
    <li key={page}>
      <a href={address} aria-current={path === address ? "page" : undefined}>
        {t(`nav.${page}`)}
      </a>
    </li>
  );
  return (
    <nav className="site-nav" aria-label={t("menu")}>
      <details className="site-menu">
        <summary>{t("menu")}</summary>
        <ul>
          {main.map((page) => link(page, href(locale, page)))}
          {own.map((page) => link(page, href(locale, page)))}
          {actor ? <SignOut action={href(locale, "signOut")} label={t("nav.signOut", { name: actor.name })} /> : link("signIn", href(locale, "signIn"))}
        </ul>
      </details>
    </nav>
  );
}

function SignOut({ action, label }: { action: string; label: string }) {
  return (
    <li>
      <form method="post" action={action}>
        <button className="link" type="submit">
          {label}
        </button>
      </form>
    </li>
  );
}

/** The same page in another language. */
function inLanguage(path: string, lang: string): string {
  const rest = path.split("/").slice(2).join("/");
  const page = patterns.home.replace(":lang", lang);
  return rest ? `${page}/${rest}` : page;
}
