import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { passkeyForm } from "~/domain/person/form";
import { askToEnter, enterByPasskey, passkeyHost } from "~/domain/person/passkey/passkey.server";
import { faultOf, formOf, parseForm, unprocessable } from "~/http/form/form";
import { anyone, originOf } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { welcome } from "~/http/page/welcome";
import { PasskeyForm } from "~/http/parts/account/passkey-form";
import { href } from "~/paths";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "session:passkey.title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return { ...(await askToEnter()), host: passkeyHost() };
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const parsed = parseForm(passkeyForm, await formOf(args.request));
  const result = parsed.ok ? await enterByPasskey(parsed.value, await originOf(args)) : null;
  if (!result?.ok) return unprocessable(faultOf("response", "wrong_passkey", new FormData()));
  return welcome({ token: result.value, owes: false }, args.request, locale);
}

export default function SignInPasskey() {
  const { t } = useTranslation("session");
  const locale = useLocale();
  const asked = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() !== undefined;
  return (
    <>
      <PageHead title={t("passkey.title")} lead={t("passkey.lead")} />
      {failed ? <Notice tone="warn">{t("passkey.failed")}</Notice> : null}
      <PasskeyForm {...asked} kind="enter" label={t("passkey.title")} failed={t("passkey.failed")} />
      <p>
        <a href={href(locale, "signIn")}>{t("link.password")}</a>
      </p>
    </>
  );
}
