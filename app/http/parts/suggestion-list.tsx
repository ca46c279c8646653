import { useTranslation } from "react-i18next";
import { languageTag } from "~/domain/kernel/locale";
import type { listFor } from "~/domain/suggestion/suggestion.server";
import { useLocale } from "~/http/page/use-locale";
import { formatDay } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Pager } from "~/ui/pager/pager";
import { Table } from "~/ui/table/table";

type Listed = Awaited<ReturnType<typeof listFor>>;

/** Suggestions as a table: number and title lead to the page. */
export function SuggestionList({
  page,
  caption,
  addressOf,
}: {
  page: Listed;
  caption: string;
  addressOf: (reference: string) => string;
}) {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  if (page.total === 0) return <p>{t("desk.none")}</p>;
  return (
    <>
      <Table
        caption={caption}
        hideCaption
        head={[t("list.reference"), t("list.title"), t("list.state"), t("list.due"), t("list.submitted")]}
        rows={page.items.map(({ reference, title, locale: language, state, dueOn, overdue, submittedAt }) => [
          <a key="reference" href={addressOf(reference)}>
            {reference}
          </a>,
          <span key="title" lang={languageTag[language]}>
            {title}
          </span>,
          <Badge key="state">{t(`state.${state}`)}</Badge>,
          <span key="due">
            {dueOn ? formatDay(dueOn, locale) : ""} {overdue ? <Badge tone="late">{t("overdue")}</Badge> : null}
          </span>,
          formatDay(submittedAt, locale),
        ])}
      />
      <Pager {...page} hrefOf={(number) => `?page=${number}`} />
    </>
  );
}
