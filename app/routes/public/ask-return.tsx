import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openCase } from "~/domain/enquiry/enquiry.server";
import { returnForm } from "~/domain/enquiry/form";
import { faultOf, formOf, parseForm, unprocessable } from "~/http/form/form";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { refusal } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { enquiryCookie } from "~/platform/session/cookies";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "enquiry:return.title"),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return null;
}

/** Opens an enquiry on this device. Whatever is no code of ours is answered alike. */
export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const form = await formOf(args.request);
  const parsed = parseForm(returnForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const opened = await openCase(parsed.value.code, args.context.network ?? "");
  if (!opened.ok) {
    if (opened.reason === "too_many") throw refusal(opened);
    return unprocessable(faultOf("code", "wrong_code", form));
  }
  const cookie = await enquiryCookie().serialize(opened.value);
  return redirect(href(locale, "askCase"), { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function AskReturn() {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHead kicker={t("station")} title={t("return.title")} lead={t("return.lead")} />
      <ErrorSummary faults={sent?.faults} labels={{ code: t("receipt.code") }} />
      <Form isPrivate>
        <TextField
          name="code"
          label={t("receipt.code")}
          hint={t("return.hint")}
          autoComplete="off"
          isPrivate
          required
          maxLength={100}
          defaultValue={sent?.typed.code}
          error={sent?.faults.code}
        />
        <div>
          <Button>{t("return.open")}</Button>
        </div>
      </Form>
      <Notice tone="private">
        <p>{t("return.device")}</p>
      </Notice>
      <p>
        {t("return.lost")} <a href={href(locale, "ask")}>{t("ask.title")}</a>
      </p>
    </>
  );
}
