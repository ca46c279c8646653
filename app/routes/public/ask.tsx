import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { countySlugs } from "~/domain/enquiry/counties";
import { submitEnquiry } from "~/domain/enquiry/enquiry.server";
import { askForm, consentVersion, longest, nationalities } from "~/domain/enquiry/form";
import { regionOptions } from "~/domain/enquiry/regions";
import { topicOptions } from "~/domain/enquiry/topics";
import { noticeOn } from "~/domain/setting/notice/notices.server";
import { formOf, newRequestKey, parseForm, unprocessable } from "~/http/form/form";
import { daysKept } from "~/domain/privacy/kept.server";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { FormNotice } from "~/http/parts/form-notice";
import { valueOf } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { onceCookie } from "~/platform/session/cookies";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Checkbox, Radios } from "~/ui/field/choice";
import { Select, TextArea, TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { PrivateView } from "~/ui/section/private-view";
import { Section } from "~/ui/section/section";
import { Columns } from "~/ui/stack/stack";

export const meta: MetaFunction = (at) => titleOf(at, "enquiry:ask.title");

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  const [notice, { enquiry: days }] = [await noticeOn("ask", locale), await daysKept()];
  return { requestKey: newRequestKey(), topics: topicOptions(locale), days, notice };
}

/** Keeps the enquiry and leads to its receipt. */
export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const parsed = parseForm(askForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  const receipt = valueOf(await submitEnquiry(parsed.value, locale, args.context.network ?? ""));
  const cookie = await onceCookie().serialize(receipt);
  return redirect(href(locale, "askReceipt"), { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function Ask() {
  const { t } = useTranslation("enquiry");
  const { days, notice } = useLoaderData<typeof loader>();
  const locale = useLocale();
  return (
    <PrivateView>
      <PageHead kicker={t("station")} title={t("ask.title")} lead={t("ask.lead")}>
        <p>
          {t("ask.before")} <a href={href(locale, "askReturn")}>{t("return.title")}</a>
        </p>
      </PageHead>
      <Columns>
        <div>
          <FormNotice text={notice} />
          <Notice tone="warn" title={t("warning.title")}>
            <p>{t("warning.text")}</p>
          </Notice>
          <AskForm />
        </div>
        <aside>
          <Notice tone="private" title={t("private.title")}>
            <ul>
              <li>{t("private.account")}</li>
              <li>{t("private.sealed")}</li>
              <li>{t("private.code")}</li>
              <li>{t("private.mail")}</li>
              <li>{t("private.erase", { days })}</li>
            </ul>
          </Notice>
          <Notice title={t("disclaimer.title")}>
            <p>{t("disclaimer.text")}</p>
          </Notice>
          <Notice title={t("urgent.title")}>
            <p>{t("urgent.text")}</p>
          </Notice>
          <TypicalQuestions />
        </aside>
      </Columns>
    </PrivateView>
  );
}

/** The form keeps no draft on the device: others may use it too. */
function AskForm() {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const { requestKey, topics } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const names = ["topic", "place", "region", "nationality", "text", "contact", "consent"] as const;
  const labels = Object.fromEntries(names.map((name) => [name, t(`field.${name}.label`)]));
  const field = (name: (typeof names)[number]) => ({
    name,
    label: t(`field.${name}.label`),
    error: sent?.faults[name],
    defaultValue: sent?.typed[name],
  });
  const places = countySlugs.map((value) => ({ value, label: t(`county.${value}`) }));
  const groups = nationalities.map((value) => ({ value, label: t(`nationality.${value}`) }));
  return (
    <>
      <ErrorSummary faults={sent?.faults} labels={labels} />
      <Form requestKey={requestKey} isPrivate>
        <Select {...field("topic")} options={topics} emptyLabel={t("choose")} required />
        <Select {...field("place")} hint={t("field.place.hint")} options={places} emptyLabel={t("field.place.none")} />
        <Select
          {...field("region")}
          options={regionOptions(locale, (code) => t(`region.${code}`))}
          emptyLabel={t("choose")}
          required
        />
        <Radios
          {...field("nationality")}
          legend={labels.nationality ?? ""}
          hint={t("field.nationality.hint")}
          options={groups}
          required
        />
        <TextArea
          {...field("text")}
          hint={t("field.text.hint", { longest })}
          rows={10}
          maxLength={longest}
          isPrivate
          required
        />
        <TextField {...field("contact")} hint={t("field.contact.hint")} type="email" autoComplete="email" isPrivate />
        <Checkbox
          name="consent"
          label={t("field.consent.text")}
          value={consentVersion}
          error={sent?.faults.consent}
          required
        />
        <div>
          <Button>{t("ask.send")}</Button>
        </div>
      </Form>
    </>
  );
}

function TypicalQuestions() {
  const { t } = useTranslation("enquiry");
  const { topics } = useLoaderData<typeof loader>();
  const typical = topics.map(({ value, label }) => ({
    value,
    label,
    question: t(`question.${value}`, { defaultValue: "" }),
  }));
  return (
    <Section title={t("ask.typical")}>
      <ul className="stack">
        {typical
          .filter(({ question }) => question !== "")
          .map(({ value, label, question }) => (
            <li key={value}>
              <strong>{label}</strong>
              <br />
              <span className="soft">{question}</span>
            </li>
          ))}
      </ul>
    </Section>
  );
}
