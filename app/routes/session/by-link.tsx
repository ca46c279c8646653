import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { enterByLink } from "~/domain/person/link/link.server";
import { faultOf, unprocessable } from "~/http/form/form";
import { anyone, originOf } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { welcome } from "~/http/page/welcome";
import { href } from "~/paths";
import { Button, ButtonLink } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "session:byLink.title"),
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing, and says nothing of it: mail scanners open links too. */
export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const result = await enterByLink(args.params.token ?? "", await originOf(args));
  if (!result.ok) return unprocessable(faultOf("form", "link_over", new FormData()));
  return welcome(result.value, args.request, locale);
}

export default function SignInByLink() {
  const { t } = useTranslation("session");
  const locale = useLocale();
  const over = useActionData<typeof action>() !== undefined;
  if (over)
    return (
      <>
        <PageHead title={t("byLink.over")} lead={t("byLink.overLead")} focus />
        <p>
          <ButtonLink href={href(locale, "signInLink")}>{t("link.go")}</ButtonLink>
        </p>
      </>
    );
  return (
    <>
      <PageHead title={t("byLink.title")} lead={t("byLink.lead")} />
      <Form>
        <div>
          <Button>{t("go")}</Button>
        </div>
      </Form>
    </>
  );
}
