import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { regions } from "~/domain/calendar/calendar";
import { changeDay } from "~/domain/calendar/desk.server";
import { dayForm } from "~/domain/calendar/form";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { CalendarFaults, DayFields } from "~/http/parts/admin/day-fields";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "calendar:form.title");

export async function loader(args: LoaderFunctionArgs) {
  await only(args, "admin");
  return { region: found(regions.find((one) => one === args.params.region)) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  const form = await formOf(args.request);
  const parsed = parseForm(dayForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  // A day that something was said about before is changed on its own page, which shows what that was.
  const result = await changeDay(actor, args.params.region, { ...parsed.value, seen: 0 });
  if (isOutdated(result)) return outdated(form);
  const region = valueOf(result);
  return redirect(`${href(locale, "adminCalendar")}?region=${region}&year=${parsed.value.day.slice(0, 4)}&saved`, 303);
}

export default function NewDay() {
  const { t } = useTranslation("calendar");
  const locale = useLocale();
  const { region } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const day = sent?.typed.day ?? "";
  return (
    <>
      <PageHead
        kicker={<a href={`${href(locale, "adminCalendar")}?region=${region}`}>{t("title")}</a>}
        title={`${t("form.title")} · ${t(`region.${region}`)}`}
      />
      {sent && "outdated" in sent ? (
        <Notice tone="warn" title={t("known.title")}>
          <p>
            <a href={href(locale, "adminCalendarDay", { region, day })}>{t("known.go", { day })}</a>
          </p>
        </Notice>
      ) : null}
      <CalendarFaults sent={sent} />
      <Form>
        <TextField
          name="day"
          type="date"
          label={t("form.day")}
          hint={t("form.dayHint")}
          required
          error={sent?.faults.day}
          defaultValue={day}
        />
        <DayFields sent={sent} known={{}} />
        <div>
          <Button>{t("form.save")}</Button>
        </div>
      </Form>
    </>
  );
}
