import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useTranslation } from "react-i18next";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "session:link.asked");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return null;
}

export default function SignInLinkAsked() {
  const { t } = useTranslation("session");
  return (
    <>
      <PageHead title={t("link.asked")} lead={t("link.askedLead")} />
      <p>
        <a href={href(useLocale(), "signIn")}>{t("link.password")}</a>
      </p>
    </>
  );
}
