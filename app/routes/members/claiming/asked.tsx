import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { ButtonLink } from "~/ui/button/button";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "membership:claim.asked"),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return null;
}

export default function ClaimAsked() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("claim.asked")} lead={t("claim.askedLead")} />
      <p>
        <ButtonLink href={href(locale, "home")}>{t("claim.home")}</ButtonLink>
      </p>
    </>
  );
}
