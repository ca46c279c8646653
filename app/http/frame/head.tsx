import { useTranslation } from "react-i18next";
import { href } from "~/paths";
import { SearchBox } from "~/ui/search-box/search-box";
import { Languages } from "./languages";
import { Navigation } from "./navigation";
import type { FrameProps } from "./props";

/** The header: whose house this is, the search, the languages, the ways to go. A street of arcades runs below it. */
export function Head(props: FrameProps) {
  const { locale } = props;
  const { t } = useTranslation("common");
  return (
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
        <SearchBox action={href(locale, "search")} id="site-q" />
        <Languages locale={locale} />
      </div>
      <Navigation {...props} />
      <div className="site-arcade" />
    </header>
  );
}
