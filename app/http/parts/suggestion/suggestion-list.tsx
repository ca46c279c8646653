import { useTranslation } from "react-i18next";
import { languageTag } from "~/domain/kernel/locale";
import type { listFor } from "~/domain/suggestion/suggestion.server";
import { useLocale } from "~/http/page/use-locale";
import { formatDay } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Pager } from "~/ui/pager/pager";
import { Table } from "~/ui/table/table";

type Listed = Awaited<ReturnType<typeof listFor>>;
type Props = {
  page: Listed;
  caption: string;
  none: string;
  addressOf: (reference: string) => string;
  /** What the list is narrowed to, for the links to its other pages. */
  query?: Record<string, string>;
};

/** Suggestions as a table: the number leads to the page; what waits for this desk and what is overdue is marked. */
export function SuggestionList({ page, caption, none, addressOf, query = {} }: Props) {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  if (page.total === 0) return <p>{none}</p>;
  return (
    <>
      <Table
        caption={caption}
        hideCaption
        head={[t("list.title"), t("list.state"), t("list.due"), t("list.submitted")]}
        rows={page.items.map(({ reference, title, locale: language, state, dueOn, overdue, yours, submittedAt }) => [
          <a key="title" className="desk-case" href={addressOf(reference)}>
            <span lang={languageTag[language]}>{title}</span> <span className="soft">{reference}</span>
          </a>,
          <span key="state" className="desk-marks">
            <Badge>{t(`state.${state}`)}</Badge>
            {yours ? <Badge tone="warn">{t("next.yours")}</Badge> : null}
          </span>,
          <span key="due" className="desk-marks">
            {dueOn ? formatDay(dueOn, locale) : "–"}
            {overdue ? <Badge tone="late">{t("overdue")}</Badge> : null}
          </span>,
          formatDay(submittedAt, locale),
        ])}
      />
      <Pager {...page} hrefOf={(number) => `?${new URLSearchParams({ ...query, page: String(number) })}`} />
    </>
  );
}
