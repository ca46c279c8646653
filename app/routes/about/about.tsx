import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { ButtonLink } from "~/ui/button/button";
import { PageHead } from "~/ui/page-head/page-head";
import { Chapters } from "~/ui/prose/chapters";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction = (at) => titleOf(at, "static:about.title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return null;
}

const chapters = ["find", "follow", "ask", "unconfirmed", "sources", "status"] as const;

export default function About() {
  const { t } = useTranslation("static", { keyPrefix: "about" });
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Chapters items={chapters.map((id) => ({ id, title: t(`${id}.title`), text: t(`${id}.text`) }))} />
      <p className="form-buttons">
        <ButtonLink href={href(locale, "places")}>{t("goFind")}</ButtonLink>
        <ButtonLink href={href(locale, "suggestions")} variant="quiet">
          {t("goFollow")}
        </ButtonLink>
        <ButtonLink href={href(locale, "ask")} variant="quiet">
          {t("goAsk")}
        </ButtonLink>
      </p>
    </>
  );
}
