import { useTranslation } from "react-i18next";
import { Foot } from "./foot";
import { Head } from "./head";
import type { FrameProps } from "./props";

/** The frame of every page: header, the page itself, footer. */
export function Frame(props: FrameProps) {
  const { t } = useTranslation("common");
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <Head {...props} />
      <main id="content" className="site-page" tabIndex={-1}>
        {props.children}
      </main>
      <p className="site-address">{`${process.env.BASE_URL ?? ""}${props.path}`}</p>
      <Foot {...props} />
    </>
  );
}
