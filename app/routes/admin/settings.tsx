import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Localized } from "~/domain/kernel/locale";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { noticeTitles } from "~/http/parts/form-notice";
import { found } from "~/http/refuse";
import { readSettingsPage } from "~/http/views/settings";
import { href } from "~/paths";
import { formatDay, formatTime } from "~/platform/i18n/format";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";
import { Table } from "~/ui/table/table";

export const meta: MetaFunction = (at) => titleOf(at, "setting:title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readSettingsPage(actor));
}

export default function Settings() {
  const { t } = useTranslation("setting");
  const locale = useLocale();
  const { groups, notices } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminDesk")}>{t("admin:desk")}</a>}
        title={t("title")}
        lead={t("lead")}
      />
      {query.has("saved") ? <Notice tone="good">{t("saved")}</Notice> : null}
      {groups.map(({ group, items }) => (
        <Section key={group} title={t(`group.${group}`)}>
          <p>{t(`about.${group}`)}</p>
          <Items caption={t(`group.${group}`)} items={items} />
        </Section>
      ))}
      <Section title={t("notice.title")}>
        <p>{t("notice.about")}</p>
        <Notices notices={notices} />
      </Section>
    </>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;
type Item = View["groups"][number]["items"][number];
type Placed = View["notices"][number];
const columns = ["name", "value", "inForce", "source", "ahead"] as const;

function Items({ caption, items }: { caption: string; items: Item[] }) {
  const { t } = useTranslation("setting");
  const locale = useLocale();
  const shown = ({ unit }: Item, count: number) => t(`unit.${unit}`, { count });
  return (
    <SettingTable
      caption={caption}
      shipped={{ since: t("always"), source: t("shipped") }}
      rows={items.map((item) => ({
        name: t(`name.${item.name}`),
        to: href(locale, "adminSetting", { setting: item.name }),
        now: shown(item, item.value),
        counting: item.counting,
        ahead: item.ahead.map(({ inForce, value }) => ({ inForce, value: shown(item, value) })),
      }))}
    />
  );
}

function Notices({ notices }: { notices: Placed[] }) {
  const { t } = useTranslation("setting");
  const locale = useLocale();
  const shown = (texts: Localized | null | undefined) => texts?.[locale] ?? t("notice.none");
  return (
    <SettingTable
      caption={t("notice.title")}
      shipped={{ since: "–", source: "–" }}
      rows={notices.map(({ name, counting, ahead }) => ({
        name: t(noticeTitles[name]),
        to: href(locale, "adminNotice", { notice: name }),
        now: shown(counting?.texts),
        counting,
        ahead: ahead.map(({ inForce, texts }) => ({ inForce, value: shown(texts) })),
      }))}
    />
  );
}

type Row = {
  name: string;
  to: string;
  now: string;
  counting: { inForce: string; source: string; changedById: string; changedAt: Date } | null;
  ahead: { inForce: string; value: string }[];
};

type TableProps = { caption: string; rows: Row[]; shipped: { since: string; source: string } };

function SettingTable({ caption, rows, shipped }: TableProps) {
  const { t } = useTranslation("setting");
  const locale = useLocale();
  const { names } = useLoaderData<typeof loader>();
  return (
    <Table
      caption={caption}
      hideCaption
      head={columns.map((column) => t(`column.${column}`))}
      rows={rows.map(({ name, to, now, counting, ahead }) => [
        <a key="name" href={to}>
          {name}
        </a>,
        now,
        counting ? t("since", { day: formatDay(counting.inForce, locale) }) : shipped.since,
        counting ? (
          <span key="source" className="desk-case">
            <span>{counting.source}</span>
            <span className="soft">
              {t("by", { name: names[counting.changedById] ?? "–", time: formatTime(counting.changedAt, locale) })}
            </span>
          </span>
        ) : (
          shipped.source
        ),
        ahead.length === 0 ? (
          "–"
        ) : (
          <span key="ahead" className="desk-case">
            {ahead.map(({ inForce, value }) => (
              <span key={inForce}>{t("fromDay", { day: formatDay(inForce, locale), value })}</span>
            ))}
          </span>
        ),
      ])}
    />
  );
}
