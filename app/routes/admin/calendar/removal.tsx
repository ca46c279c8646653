import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { removeDay } from "~/domain/calendar/desk.server";
import { removalForm } from "~/domain/calendar/form";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { CalendarFaults, SourceFields } from "~/http/parts/admin/day-fields";
import { DayHistory } from "~/http/parts/admin/day-history";
import { readDayPage } from "~/http/views/calendar";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { formatDay } from "~/platform/i18n/format";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "calendar:remove.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readDayPage(actor, args.params.region, args.params.day));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  const { region, day = "" } = args.params;
  const form = await formOf(args.request);
  const parsed = parseForm(removalForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await removeDay(actor, region, day, parsed.value);
  if (isOutdated(result)) return outdated(form);
  return redirect(`${href(locale, "adminCalendar")}?region=${valueOf(result)}&year=${day.slice(0, 4)}&saved`, 303);
}

export default function Removal() {
  const { t } = useTranslation("calendar");
  const locale = useLocale();
  const view = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { region, day, version } = view;
  const late = sent && "outdated" in sent;
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminCalendarDay", { region, day })}>{formatDay(day, locale)}</a>}
        title={t("remove.title")}
        lead={t("remove.text")}
      />
      {late ? (
        <div role="alert">
          <Notice tone="warn">{t("late")}</Notice>
        </div>
      ) : null}
      <CalendarFaults sent={sent} />
      <Form>
        <input type="hidden" name="seen" value={late ? version : (sent?.typed.seen ?? version)} />
        <SourceFields sent={sent} known={{}} />
        <div>
          <Button variant="danger">{t("remove.go")}</Button>
        </div>
      </Form>
      <DayHistory view={view} />
    </>
  );
}
