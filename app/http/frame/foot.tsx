import { useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { href } from "~/paths";
import type { FrameProps } from "./props";

const more = ["programmes", "events", "issues", "documents", "bodies", "surnames"] as const;
const about = ["about", "privacy", "terms", "accessibility", "preferences"] as const;

/** The footer: a warning against fraud, what the portal is not, its other lists, its own pages, the size of text. */
export function Foot({ locale, path, demo, text }: FrameProps) {
  const { t } = useTranslation("common");
  const { search } = useLocation();
  const pages = demo ? ([...about, "outbox"] as const) : about;
  return (
    <footer className="site-foot">
      <div className="site-foot-inner">
        {demo ? <p className="site-demo">{t("foot.demo")}</p> : null}
        <p className="site-fraud">
          {t("foot.fraud")} {t("foot.consular")} <a href="tel:+861012308">+86-10-12308</a>
        </p>
        <nav aria-label={t("foot.more")}>
          <ul>
            {more.map((page) => (
              <li key={page}>
                <a href={href(locale, page)}>{t(`section.${page}`)}</a>
              </li>
            ))}
          </ul>
          <ul>
            {pages.map((page) => (
              <li key={page}>
                <a href={href(locale, page)}>{t(`nav.${page}`)}</a>
              </li>
            ))}
            <li>
              <form method="post" action={href(locale, "preferences")}>
                <input type="hidden" name="back" value={path + search} />
                <button className="link" type="submit" name="text" value={text === "large" ? "normal" : "large"}>
                  {t(text === "large" ? "text.normal" : "text.large")}
                </button>
              </form>
            </li>
          </ul>
        </nav>
        <p>{t("foot.notOfficial")}</p>
      </div>
    </footer>
  );
}
