import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { ButtonLink } from "~/ui/button/button";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "following:asked.title"),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return null;
}

export default function FollowAsked() {
  const { t } = useTranslation("following");
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("asked.title")} lead={t("asked.lead")} />
      <p>
        <ButtonLink href={href(locale, "home")}>{t("asked.home")}</ButtonLink>
      </p>
    </>
  );
}
