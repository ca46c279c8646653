import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { leadForm, leadMost } from "~/domain/lead/form";
import { give, sealReceipt } from "~/domain/lead/lead.server";
import { daysKept } from "~/domain/privacy/kept.server";
import { noticeOn } from "~/domain/setting/notice/notices.server";
import { formOf, newRequestKey, parseForm, unprocessable } from "~/http/form/form";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { FormNotice } from "~/http/parts/form-notice";
import { valueOf } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { onceCookie } from "~/platform/session/cookies";
import { Button, ButtonLink } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Checkbox } from "~/ui/field/choice";
import { TextArea, TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "lead:title");

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  return { requestKey: newRequestKey(), days: (await daysKept()).lead, notice: await noticeOn("lead", locale) };
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const parsed = parseForm(leadForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  const { residence = "", consent: _, ...lead } = parsed.value;
  const reference = valueOf(await give({ ...lead, residence }, locale, args.context.network ?? ""));
  const cookie = await onceCookie().serialize(sealReceipt(reference));
  return redirect(href(locale, "leadReceipt"), { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function Suggest() {
  const { t } = useTranslation("lead");
  const locale = useLocale();
  const { requestKey, days, notice } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const field = (name: string) => ({
    name,
    label: t(`field.${name}`),
    defaultValue: sent?.typed[name],
    error: sent?.faults[name],
  });
  const labels = Object.fromEntries(
    ["name", "contact", "residence", "text", "consent"].map((name) => [name, t(`field.${name}`)]),
  );
  return (
    <>
      <PageHead title={t("title")} />
      <Section title={t("member.title")}>
        <p>{t("member.text")}</p>
        <p>
          <ButtonLink href={href(locale, "memberNew")}>{t("member.go")}</ButtonLink>
        </p>
        <p>
          <a href={href(locale, "claim")}>{t("membership:claim.go")}</a>
        </p>
      </Section>
      <Section title={t("lead")}>
        <p>{t("text")}</p>
        <FormNotice text={notice} />
        <Notice tone="warn">{t("notThis")}</Notice>
        <ErrorSummary faults={sent?.faults} labels={labels} />
        <Form draft="lead" requestKey={sent?.typed.requestKey ?? requestKey}>
          <TextField {...field("name")} required autoComplete="name" isPrivate />
          <TextField {...field("contact")} required autoComplete="email" isPrivate />
          <TextField {...field("residence")} autoComplete="country-name" />
          <TextArea {...field("text")} required maxLength={leadMost} />
          <Checkbox
            name="consent"
            label={t("field.consent")}
            required
            error={sent?.faults.consent}
            defaultChecked={sent?.typed.consent === "yes"}
          />
          <p className="soft">{t("kept", { days })}</p>
          <div>
            <Button>{t("submit")}</Button>
          </div>
        </Form>
      </Section>
    </>
  );
}
