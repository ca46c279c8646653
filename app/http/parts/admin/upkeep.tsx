import { useTranslation } from "react-i18next";
import type { readUpkeep } from "~/domain/upkeep/upkeep.server";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { formatNumber, formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Button } from "~/ui/button/button";
import { Facts } from "~/ui/facts/facts";
import { Form } from "~/ui/form/form";
import { Pager } from "~/ui/pager/pager";
import { Section } from "~/ui/section/section";
import { Table } from "~/ui/table/table";

type View = NonNullable<Awaited<ReturnType<typeof readUpkeep>>>;

/** Jobs that failed, each with the button that has it tried again. */
export function FailedJobs({ page }: { page: View["jobs"] }) {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  return (
    <Section title={t("upkeep.jobs")}>
      {page.total === 0 ? (
        <p>{t("upkeep.noJobs")}</p>
      ) : (
        <Table
          caption={t("upkeep.jobs")}
          hideCaption
          head={(["task", "attempts", "error", "next", "retry"] as const).map((key) => t(`upkeep.${key}`))}
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
      )}
      <Pager {...page} hrefOf={(number) => `?page=${number}`} />
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

/** Letters that no mail server has taken yet. An address that lies sealed is not shown. */
export function StuckLetters({ items, total }: View["letters"]) {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  return (
    <Section title={t("upkeep.mail")}>
      <p>{total === 0 ? t("upkeep.noMail") : t("upkeep.mailText", { count: total })}</p>
      {total === 0 ? null : (
        <Table
          caption={t("upkeep.mail")}
          hideCaption
          head={(["recipient", "template", "since", "attempts", "error", "retry"] as const).map((key) =>
            t(`upkeep.${key}`),
          )}
          rows={items.map(({ id, recipient, template, createdAt, job, attempts, error }) => [
            recipient ?? t("upkeep.sealed"),
            template,
            formatTime(createdAt, locale),
            attempts,
            <code key={id}>{error ?? t("upkeep.noJob")}</code>,
            job ? <Retry key="retry" job={job} /> : "–",
          ])}
        />
      )}
    </Section>
  );
}

/** Which engine answers, what its index holds, and the button that has it built anew. */
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
