import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { stationQueue } from "~/domain/enquiry/desk.server";
import { topicName } from "~/domain/enquiry/topics";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Badge } from "~/ui/badge/badge";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Pager } from "~/ui/pager/pager";
import { Table } from "~/ui/table/table";
import { UrgencyBadge } from "./case";

export const meta: MetaFunction = (at) => titleOf(at, "enquiry:desk.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "station");
  return stationQueue(actor, new URL(args.request.url).searchParams);
}

const columns = ["reference", "desk.waiting", "desk.topic", "desk.language", "desk.place", "desk.state", "desk.held"];
type Row = Awaited<ReturnType<typeof loader>>["rows"][number];
const lists = ["open", "mine", "done"] as const;

/** How long the station owes an answer, and how pressing that is. */
function Waiting({ waiting, urgency }: Pick<Row, "waiting" | "urgency">) {
  const { t } = useTranslation("enquiry");
  if (!waiting || !urgency) return "–";
  return (
    <>
      {t(`age.${waiting.unit}`, { count: waiting.count })} <UrgencyBadge urgency={urgency} />
    </>
  );
}

export default function Desk() {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const { show, rows, ...page } = useLoaderData<typeof loader>();
  const here = href(locale, "stationDesk");
  const head = columns.map((key) => t(key));
  const cells = rows.map((row) => [
    <a key="reference" href={href(locale, "stationEnquiry", { reference: row.reference })}>
      {row.reference}
    </a>,
    <Waiting key="waiting" {...row} />,
    topicName(row.topic, locale),
    t(`language.${row.locale}`),
    row.place ? t(`county.${row.place}`) : "–",
    <Badge key="state">{t(`state.${row.state}`)}</Badge>,
    t(`held.${row.held}`),
  ]);
  return (
    <>
      <PageHead kicker={t("station")} title={t("desk.title")} lead={t("desk.lead")} />
      <nav className="chips" aria-label={t("desk.lists")}>
        {lists.map((list) => (
          <a
            key={list}
            className="chip"
            href={`${here}?show=${list}`}
            aria-current={list === show ? "true" : undefined}
          >
            {t(`desk.list.${list}`)}
          </a>
        ))}
      </nav>
      {rows.length > 0 ? (
        <div className="queue">
          <Table caption={t(`desk.list.${show}`)} head={head} rows={cells} />
        </div>
      ) : (
        <Notice>{t("desk.none")}</Notice>
      )}
      <Pager {...page} hrefOf={(number) => `${here}?show=${show}&page=${number}`} />
    </>
  );
}
