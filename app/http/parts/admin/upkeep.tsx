import { useTranslation } from "react-i18next";
import { lettersPrefix, whyReturned } from "~/domain/upkeep/letters";
import type { readUpkeep } from "~/domain/upkeep/upkeep.server";
import { useLocale } from "~/http/page/use-locale";
import { ListFinder } from "~/http/parts/list/finder";
import { ListTable } from "~/http/parts/list/list-table";
import { href } from "~/paths";
import { formatNumber, formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Button } from "~/ui/button/button";
import { Facts } from "~/ui/facts/facts";
import { Form } from "~/ui/form/form";
import { Section } from "~/ui/section/section";
import { Table } from "~/ui/table/table";

type View = NonNullable<Awaited<ReturnType<typeof readUpkeep>>>;

/** Jobs that failed, each with the button that has it tried again. */
export function FailedJobs({ search, page }: View["jobs"]) {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  return (
    <Section title={t("upkeep.jobs")}>
      <ListFinder label={t("upkeep.searchJobs")} words={search.words} />
      <ListTable
        list="jobs"
        caption={t("upkeep.jobs")}
        none={t(search.words ? "upkeep.nothing" : "upkeep.noJobs")}
        sort={search.sort}
        page={page}
        columns={[
          { label: t("upkeep.task"), sort: "task" },
          { label: t("upkeep.attempts"), sort: "attempts" },
          { label: t("upkeep.error") },
          { label: t("upkeep.next"), sort: "next" },
          { label: t("upkeep.retry") },
        ]}
        rows={page.items.map(({ id, task, attempts, over, error, nextAt }) => [
          `${task} ${id}`,
          attempts,
          <code key="error">{error}</code>,
          over ? (
            <Badge key="next" tone="late">
              {t("upkeep.never")}
            </Badge>
          ) : (
            formatTime(nextAt, locale)
          ),
          <Retry key="retry" job={id} />,
        ])}
      />
    </Section>
  );
}

function Retry({ job }: { job: string }) {
  const { t } = useTranslation("admin");
  return (
    <Form inline action={href(useLocale(), "adminRetry", { job })}>
      <Button variant="quiet">{`${t("upkeep.retry")} ${job}`}</Button>
    </Form>
  );
}

/** Letters that no mail server has taken yet, or that came back. An address that lies sealed is not shown. */
export function StuckLetters({ search, page }: View["letters"]) {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { total } = page;
  const prefix = lettersPrefix;
  return (
    <Section title={t("upkeep.mail")}>
      {total > 0 && !search.words ? <p>{t("upkeep.mailText", { count: total })}</p> : null}
      <ListFinder label={t("upkeep.searchMail")} words={search.words} prefix={prefix} />
      <ListTable
        list="letters"
        caption={t("upkeep.mail")}
        none={t(search.words ? "upkeep.nothing" : "upkeep.noMail")}
        sort={search.sort}
        page={page}
        prefix={prefix}
        columns={[
          { label: t("upkeep.recipient"), sort: "recipient" },
          { label: t("upkeep.template"), sort: "template" },
          { label: t("upkeep.since"), sort: "since" },
          { label: t("upkeep.attempts"), sort: "attempts" },
          { label: t("upkeep.error") },
          { label: t("upkeep.retry") },
        ]}
        rows={page.items.map(({ id, recipient, template, createdAt, job, attempts, error, returnCode: code }) => [
          recipient ?? t("upkeep.sealed"),
          template,
          formatTime(createdAt, locale),
          attempts,
          code ? (
            t(`upkeep.returned.${whyReturned(code)}`, { code })
          ) : (
            <code key={id}>{error ?? t("upkeep.noJob")}</code>
          ),
          job ? <Retry key="retry" job={job} /> : "–",
        ])}
      />
    </Section>
  );
}

/**
 * Which engine answers, what its index holds, and the button that has it built anew. The kinds are a few, fixed by the code:
 * they are neither searched nor taken along.
 */
export function IndexHealth({ engine, documents, newest, waiting, kinds }: View["index"]) {
  const { t } = useTranslation(["admin", "common"]);
  const locale = useLocale();
  return (
    <Section title={t("upkeep.index")}>
      <Facts
        items={[
          { term: t("upkeep.engine"), detail: engine },
          { term: t("upkeep.documents"), detail: formatNumber(documents, locale) },
          { term: t("upkeep.newest"), detail: newest ? formatTime(newest, locale) : null },
          { term: t("upkeep.waiting"), detail: formatNumber(waiting, locale) },
        ]}
      />
      <Table
        caption={t("upkeep.kinds")}
        head={(["kind", "count", "newest"] as const).map((key) => t(`upkeep.${key}`))}
        rows={kinds.map(({ kind, count, newest: last }) => [
          t(`common:kind.${kind}`),
          formatNumber(count, locale),
          formatTime(last, locale),
        ])}
      />
      <Form inline action={href(locale, "adminRebuild")}>
        <Button variant="quiet">{t("upkeep.rebuild")}</Button>
      </Form>
    </Section>
  );
}
