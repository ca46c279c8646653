import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageTag, locales } from "~/domain/kernel/locale";
import { noticeForm, noticeMost, textFields } from "~/domain/setting/notice/form";
import { changeNotice } from "~/domain/setting/notice/notices.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { SettingHistory } from "~/http/parts/admin/setting-history";
import { languageNames } from "~/http/parts/suggestion/suggestion-fields";
import { noticeTitles } from "~/http/parts/form-notice";
import { found, valueOf } from "~/http/refuse";
import { readNoticePage } from "~/http/views/settings";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextArea, TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "setting:notice.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readNoticePage(actor, args.params.notice));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  const { name, today } = found(await readNoticePage(actor, args.params.notice));
  const form = await formOf(args.request);
  const parsed = parseForm(noticeForm(today), form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await changeNotice(actor, name, parsed.value);
  if (isOutdated(result)) return outdated(form);
  valueOf(result);
  return redirect(`${href(locale, "adminSettings")}?saved`, 303);
}

export default function NoticePage() {
  const { t } = useTranslation("setting");
  const locale = useLocale();
  const view = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminSettings")}>{t("title")}</a>}
        title={t("notice.of", { form: t(noticeTitles[view.name]) })}
        lead={t("notice.about")}
      />
      {sent && "outdated" in sent ? (
        <div role="alert">
          <Notice tone="warn">{t("late")}</Notice>
        </div>
      ) : null}
      <SettingHistory
        view={view}
        none={t("notice.never")}
        valueOf={({ texts }) => texts?.[locale] ?? t("notice.none")}
      />
      <Section title={t("change")}>
        <p>{t("notice.how")}</p>
        <NoticeForm />
      </Section>
    </>
  );
}

function NoticeForm() {
  const { t } = useTranslation("setting");
  const { counting, today, version } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const late = sent && "outdated" in sent;
  const texts = locales.map((language, at) => ({ name: textFields[at] ?? "textEn", language }));
  const at = (name: string, label: string, known?: string) => ({
    name,
    label,
    error: sent?.faults[name],
    defaultValue: sent ? sent.typed[name] : known,
  });
  const labels = Object.fromEntries([
    ...texts.map(({ name, language }) => [name, languageNames[language]]),
    ["source", t("form.source")],
    ["inForce", t("form.inForce")],
  ]);
  return (
    <>
      <ErrorSummary faults={sent?.faults} labels={labels} />
      <Form>
        <input type="hidden" name="seen" value={late ? version : (sent?.typed.seen ?? version)} />
        {texts.map(({ name, language }) => (
          <TextArea
            key={name}
            {...at(name, languageNames[language], counting?.texts?.[language])}
            lang={languageTag[language]}
            rows={3}
            unmarked
            maxLength={noticeMost}
          />
        ))}
        <TextField {...at("source", t("form.source"))} required hint={t("form.sourceHint")} />
        <TextField
          {...at("inForce", t("form.inForce"), today)}
          required
          type="date"
          min={today}
          hint={t("form.inForceHint")}
        />
        <div>
          <Button>{t("form.save")}</Button>
        </div>
      </Form>
    </>
  );
}
