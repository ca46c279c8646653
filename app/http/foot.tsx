import { useTranslation } from "react-i18next";
import { href } from "~/paths";
import type { FrameProps } from "./frame-props";

/** The footer: what the portal is not, a warning against fraud, the pages about the portal, the size of text. */
export function Foot({ locale, path, demo, text }: FrameProps) {
  const { t } = useTranslation("common");
  const pages = ["about", "privacy", "terms", "accessibility", ...(demo ? (["outbox"] as const) : [])] as const;
  return (
    <footer className="site-foot">
      <div className="site-foot-inner">
        {demo ? <p className="site-demo">{t("foot.demo")}</p> : null}
        <p>{t("foot.fraud")}</p>
        <p>{t("foot.notOfficial")}</p>
        <ul>
          {pages.map((page) => (
            <li key={page}>
              <a href={href(locale, page)}>{t(`nav.${page}`)}</a>
            </li>
          ))}
          <li>
            <form method="post" action={href(locale, "preferences")}>
              <input type="hidden" name="back" value={path} />
              <button className="link" type="submit" name="text" value={text === "large" ? "normal" : "large"}>
                {t(text === "large" ? "text.normal" : "text.large")}
              </button>
            </form>
          </li>
        </ul>
      </div>
    </footer>
  );
}
