import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { ButtonLink } from "~/ui/button/button";
import { PageHead } from "~/ui/page-head/page-head";
import { WhatStays } from "~/http/parts/what-stays";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "enquiry:erased.title"),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return null;
}

export default function Erased() {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  return (
    <>
      <PageHead kicker={t("station")} title={t("erased.title")} lead={t("erased.lead")} />
      <WhatStays />
      <p className="form-buttons">
        <ButtonLink href={href(locale, "ask")} variant="quiet">
          {t("ask.title")}
        </ButtonLink>
      </p>
    </>
  );
}
