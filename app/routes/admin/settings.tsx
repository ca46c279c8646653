import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
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
  const { groups } = useLoaderData<typeof loader>();
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
    </>
  );
}

type View = ReturnType<typeof useLoaderData<typeof loader>>;
const columns = ["name", "value", "inForce", "source", "ahead"] as const;

function Items({ caption, items }: { caption: string; items: View["groups"][number]["items"] }) {
  const { t } = useTranslation("setting");
  const locale = useLocale();
  const { names } = useLoaderData<typeof loader>();
  return (
    <Table
      caption={caption}
      hideCaption
      head={columns.map((column) => t(`column.${column}`))}
      rows={items.map(({ name, unit, value, counting, ahead }) => [
        <a key="name" href={href(locale, "adminSetting", { setting: name })}>
          {t(`name.${name}`)}
        </a>,
        t(`unit.${unit}`, { count: value }),
        counting ? t("since", { day: formatDay(counting.inForce, locale) }) : t("always"),
        counting ? (
          <span key="source" className="desk-case">
            <span>{counting.source}</span>
            <span className="soft">
              {t("by", { name: names[counting.changedById] ?? "–", time: formatTime(counting.changedAt, locale) })}
            </span>
          </span>
        ) : (
          t("shipped")
        ),
        ahead.length === 0 ? (
          "–"
        ) : (
          <span key="ahead" className="desk-case">
            {ahead.map(({ inForce, value: then }) => (
              <span key={inForce}>
                {t("fromDay", { day: formatDay(inForce, locale), value: t(`unit.${unit}`, { count: then }) })}
              </span>
            ))}
          </span>
        ),
      ])}
    />
  );
}
