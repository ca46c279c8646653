import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { passkeyForm } from "~/domain/person/form";
import { addPasskey, askForPasskey, passkeyHost, readPasskeys } from "~/domain/person/passkey/passkey.server";
import { faultOf, formOf, parseForm, unprocessable } from "~/http/form/form";
import { proven } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { OwnPasskeys } from "~/http/parts/account/own-passkeys";
import { PasskeyForm } from "~/http/parts/account/passkey-form";
import { refusal, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "account:passkeys.title");

export async function loader(args: LoaderFunctionArgs) {
  const { locale, own } = await proven(args);
  if (own.withheld.length > 0) throw redirect(href(locale, "accountFactor"), 303);
  const asked = valueOf(await askForPasskey(own));
  return { ...(await readPasskeys(own)), ...asked, host: passkeyHost() };
}

export async function action(args: ActionFunctionArgs) {
  const { locale, own } = await proven(args);
  const parsed = parseForm(passkeyForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  const result = await addPasskey(own, parsed.value, args.request.headers.get("User-Agent"));
  if (result.ok) return redirect(href(locale, "accountPasskeys"), 303);
  if (result.reason !== "invalid") throw refusal(result);
  return unprocessable(faultOf("response", "wrong_passkey", new FormData()));
}

export default function Passkeys() {
  const { t } = useTranslation("account");
  const locale = useLocale();
  const { passkeys, ...asked } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() !== undefined;
  return (
    <>
      <PageHead title={t("passkeys.title")} lead={t("passkeys.lead")} />
      {failed ? <Notice tone="warn">{t("passkeys.failed")}</Notice> : null}
      {passkeys.length > 0 ? <OwnPasskeys passkeys={passkeys} locale={locale} /> : <p>{t("passkeys.none")}</p>}
      <PasskeyForm {...asked} kind="add" label={t("passkeys.add")} failed={t("passkeys.failed")} />
    </>
  );
}
