import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { settingForm } from "~/domain/setting/form";
import { changeSetting } from "~/domain/setting/setting.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { SettingHistory } from "~/http/parts/admin/setting-history";
import { found, valueOf } from "~/http/refuse";
import { readSettingPage } from "~/http/views/settings";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "setting:title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readSettingPage(actor, args.params.setting));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  const { name, today } = found(await readSettingPage(actor, args.params.setting));
  const form = await formOf(args.request);
  const parsed = parseForm(settingForm(name, today), form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await changeSetting(actor, name, parsed.value);
  if (isOutdated(result)) return outdated(form);
  valueOf(result);
  return redirect(`${href(locale, "adminSettings")}?saved`, 303);
}

export default function SettingPage() {
  const { t } = useTranslation("setting");
  const locale = useLocale();
  const view = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { name, unit, value } = view;
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminSettings")}>{t("title")}</a>}
        title={t(`name.${name}`)}
        lead={t(`unit.${unit}`, { count: value })}
      />
      {sent && "outdated" in sent ? (
        <div role="alert">
          <Notice tone="warn">{t("late")}</Notice>
        </div>
      ) : null}
      <SettingHistory
        view={view}
        none={t("none", { value: t(`unit.${unit}`, { count: view.shipped }) })}
        valueOf={(word) => t(`unit.${unit}`, { count: word.value })}
      />
      <Section title={t("change")}>
        <p>{t(`about.${view.group}`)}</p>
        <SettingForm />
      </Section>
    </>
  );
}

const fields = ["value", "source", "inForce"] as const;

function SettingForm() {
  const { t } = useTranslation("setting");
  const { value, least, most, today, version } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const late = sent && "outdated" in sent;
  const known = { value: String(value), source: undefined, inForce: today };
  const field = (name: (typeof fields)[number]) => ({
    name,
    label: t(`form.${name}`),
    error: sent?.faults[name],
    defaultValue: sent ? sent.typed[name] : known[name],
    required: true,
  });
  return (
    <>
      <ErrorSummary
        faults={sent?.faults}
        labels={Object.fromEntries(fields.map((name) => [name, t(`form.${name}`)]))}
      />
      <Form>
        <input type="hidden" name="seen" value={late ? version : (sent?.typed.seen ?? version)} />
        <TextField
          {...field("value")}
          type="number"
          min={String(least)}
          max={String(most)}
          hint={t("bounds", { least, most })}
        />
        <TextField {...field("source")} hint={t("form.sourceHint")} />
        <TextField {...field("inForce")} type="date" min={today} hint={t("form.inForceHint")} />
        <div>
          <Button>{t("form.save")}</Button>
        </div>
      </Form>
    </>
  );
}
