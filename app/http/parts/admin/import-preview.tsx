import { useTranslation } from "react-i18next";
import { useLocale } from "~/http/page/use-locale";
import type { Seen } from "~/http/views/calendar";
import { formatDay, formatWeekday } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { Section } from "~/ui/section/section";
import { Table } from "~/ui/table/table";
import { DayKindBadge, useDayName } from "./day-words";

type Looked = NonNullable<Seen["looked"]>;
type Props = { looked: Looked; typed: Record<string, string> };
const sent = ["region", "text", "source", "inForce", "confirmed"];
const focus = { tabIndex: -1, autoFocus: true };

/** What a calendar would change, with the button that has it changed; or, entry by entry, what is wrong with it. */
export function ImportPreview({ looked, typed }: Props) {
  const { t } = useTranslation("calendar");
  if (looked.faults.length > 0)
    return (
      <div role="alert" {...focus}>
        <Notice tone="warn" title={t("imported.faults")}>
          <ul>
            {looked.faults.map(({ row, fault, value }, index) => (
              <li key={index}>
                <strong>{row === 0 ? t("imported.whole") : t("imported.row", { row })}</strong>{" "}
                {t(`fault.${fault}`, { value })}
              </li>
            ))}
          </ul>
        </Notice>
      </div>
    );
  const changes = looked.days.filter(({ news }) => news !== "same").length;
  return (
    <Section title={t("imported.preview")}>
      <p {...focus}>{t("imported.changes", { count: changes })}</p>
      <Days looked={looked} />
      {changes > 0 ? (
        <Form>
          <input type="hidden" name="step" value="take" />
          {sent.map((name) => (
            <input key={name} type="hidden" name={name} value={typed[name] ?? ""} />
          ))}
          <div>
            <Button>{t("imported.take")}</Button>
          </div>
        </Form>
      ) : null}
    </Section>
  );
}

function Days({ looked }: Pick<Props, "looked">) {
  const { t } = useTranslation("calendar");
  const locale = useLocale();
  const nameOf = useDayName();
  return (
    <Table
      caption={t(`region.${looked.region}`)}
      head={[t("column.day"), t("column.week"), t("column.kind"), t("column.name"), t("imported.news.label")]}
      rows={looked.days.map(({ day, kind, name, news }) => [
        formatDay(day, locale),
        formatWeekday(day, locale),
        <DayKindBadge key="kind" kind={kind} confirmed />,
        nameOf(name),
        <Badge key="news" tone={news === "same" ? "plain" : "warn"}>
          {t(`imported.news.${news}`)}
        </Badge>,
      ])}
    />
  );
}
