import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { regions } from "~/domain/calendar/calendar";
import { readYear } from "~/domain/calendar/desk.server";
import { sortedBy } from "~/domain/kernel/listing";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { DayKindBadge, Source, useDayName, useInForce } from "~/http/parts/admin/day-words";
import { Chips } from "~/http/parts/admin/chips";
import { TakeAlong } from "~/http/parts/list/take-along";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { formatDay, formatWeekday } from "~/platform/i18n/format";
import { ButtonLink } from "~/ui/button/button";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Table } from "~/ui/table/table";

export const meta: MetaFunction = (at) => titleOf(at, "calendar:title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readYear(actor, new URL(args.request.url).searchParams));
}

const columns = ["day", "week", "kind", "name", "source", "inForce"] as const;

export default function CalendarYear() {
  const { t } = useTranslation("calendar");
  const locale = useLocale();
  const view = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminDesk")}>{t("admin:desk")}</a>}
        title={`${t("title")} · ${t(`region.${view.region}`)} ${view.year}`}
        lead={t("lead")}
      />
      {query.has("saved") ? <Notice tone="good">{t("saved")}</Notice> : null}
      <Chips
        label={t("region.label")}
        chips={regions.map((region) => ({
          text: t(`region.${region}`),
          href: `?region=${region}&year=${view.year}`,
          current: region === view.region,
        }))}
      />
      <Chips
        label={t("year")}
        chips={view.years.map((year) => ({
          text: String(year),
          href: `?region=${view.region}&year=${year}`,
          current: year === view.year,
        }))}
      />
      {view.unconfirmed ? (
        <Notice tone="warn" title={t("unconfirmed.title")}>
          <p>{t("unconfirmed.text")}</p>
        </Notice>
      ) : null}
      <p>{t("working", { count: view.working })}</p>
      <p className="form-inline">
        <ButtonLink href={href(locale, "adminCalendarNew", { region: view.region })}>{t("add")}</ButtonLink>
        <ButtonLink variant="quiet" href={`${href(locale, "adminCalendarImport")}?region=${view.region}`}>
          {t("import")}
        </ButtonLink>
      </p>
      {view.days.length === 0 ? <p>{t("none")}</p> : <Days view={view} />}
      <TakeAlong
        list="days"
        query={`region=${view.region}&year=${view.year}&sort=${view.sort.down ? "-day" : "day"}`}
      />
    </>
  );
}

/** The days of one year of one region: the years are the pages of this list, and a year is short enough to be seen whole. */
function Days({ view }: { view: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { t } = useTranslation("calendar");
  const locale = useLocale();
  const nameOf = useDayName();
  const inForce = useInForce();
  return (
    <Table
      caption={`${t(`region.${view.region}`)} ${view.year}`}
      head={columns.map((column) => t(`column.${column}`))}
      sorts={[
        {
          href: sortedBy(`region=${view.region}&year=${view.year}`, "day", view.sort),
          now: view.sort.down ? "descending" : "ascending",
        },
      ]}
      rows={view.days.map((day) => [
        <a
          key="day"
          className="desk-case"
          href={href(locale, "adminCalendarDay", { region: view.region, day: day.day })}
        >
          {formatDay(day.day, locale)}
        </a>,
        formatWeekday(day.day, locale),
        <DayKindBadge key="kind" {...day} />,
        nameOf(day.name),
        <Source key="source" {...day} />,
        inForce(day.inForce),
      ])}
    />
  );
}
