import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { changeDay } from "~/domain/calendar/desk.server";
import { dayForm, fieldsOf } from "~/domain/calendar/form";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { CalendarFaults, DayFields } from "~/http/parts/admin/day-fields";
import { DayHistory } from "~/http/parts/admin/day-history";
import { readDayPage } from "~/http/views/calendar";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { formatDay, formatWeekday } from "~/platform/i18n/format";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "calendar:title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readDayPage(actor, args.params.region, args.params.day));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  const { region, day = "" } = args.params;
  const form = await formOf(args.request);
  form.set("day", day);
  const parsed = parseForm(dayForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await changeDay(actor, region, parsed.value);
  if (isOutdated(result)) return outdated(form);
  return redirect(
    `${href(locale, "adminCalendar")}?region=${valueOf(result)}&year=${parsed.value.day.slice(0, 4)}&saved`,
    303,
  );
}

export default function CalendarDay() {
  const { t } = useTranslation("calendar");
  const locale = useLocale();
  const view = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { region, day, last, version } = view;
  const late = sent && "outdated" in sent;
  const list = `${href(locale, "adminCalendar")}?region=${region}&year=${day.slice(0, 4)}`;
  const at = { region, day };
  return (
    <>
      <PageHead
        kicker={<a href={list}>{`${t("title")} · ${t(`region.${region}`)} ${day.slice(0, 4)}`}</a>}
        title={formatDay(day, locale)}
        lead={formatWeekday(day, locale)}
      />
      {late ? (
        <div role="alert">
          <Notice tone="warn">{t("late")}</Notice>
        </div>
      ) : null}
      <DayHistory view={view} />
      <Section title={t("form.change")}>
        <CalendarFaults sent={sent} />
        <Form>
          <input type="hidden" name="seen" value={late ? version : (sent?.typed.seen ?? version)} />
          <DayFields sent={sent} known={last ? fieldsOf(last) : {}} />
          <div>
            <Button>{t("form.save")}</Button>
          </div>
        </Form>
      </Section>
      {last && last.kind !== "ordinary" ? (
        <Section title={t("remove.title")}>
          <p>{t("remove.text")}</p>
          <a href={href(locale, "adminCalendarRemoval", at)}>{t("remove.go")}</a>
        </Section>
      ) : null}
    </>
  );
}
