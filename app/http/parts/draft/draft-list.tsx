import { useTranslation } from "react-i18next";
import type { listFor } from "~/domain/catalogue/draft/drafts.server";
import { languageTag } from "~/domain/kernel/locale";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Pager } from "~/ui/pager/pager";
import { Table } from "~/ui/table/table";

type Props = { page: NonNullable<Awaited<ReturnType<typeof listFor>>>; query: Record<string, string> };

/** Drafts as a table: the title leads to the page, and what waits for the reader is marked. */
export function DraftList({ page, query }: Props) {
  const { t } = useTranslation(["draft", "common"]);
  const locale = useLocale();
  if (page.total === 0) return <p>{t("desk.none")}</p>;
  return (
    <>
      <Table
        caption={t("desk.title")}
        hideCaption
        head={[t("list.title"), t("list.state"), t("list.changed")]}
        rows={page.items.map(({ reference, kind, title, source, state, updatedAt, yours }) => [
          <a key="title" className="desk-case" href={href(locale, "editorDraft", { reference })}>
            <span lang={languageTag[source]}>{title}</span>{" "}
            <span className="soft">
              {reference} · {t(`common:kind.${kind}`)}
            </span>
          </a>,
          <span key="state" className="desk-marks">
            <Badge>{t(`state.${state}`)}</Badge>
            {yours ? <Badge tone="warn">{t("list.yours")}</Badge> : null}
          </span>,
          formatTime(updatedAt, locale),
        ])}
      />
      <Pager {...page} hrefOf={(number) => `?${new URLSearchParams({ ...query, page: String(number) })}`} />
    </>
  );
}
