import { useTranslation } from "react-i18next";
import { useLocale } from "~/http/page/use-locale";
import type { readDayPage } from "~/http/views/calendar";
import { formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Section } from "~/ui/section/section";
import { Table } from "~/ui/table/table";
import { DayKindBadge, Source, useDayName, useInForce } from "./day-words";

type View = NonNullable<Awaited<ReturnType<typeof readDayPage>>>;

/** Every word that was said about a day, newest first, by whom and when; and which one counts now. */
export function DayHistory({ view: { words, counting, names } }: { view: View }) {
  const { t } = useTranslation("calendar");
  const locale = useLocale();
  const nameOf = useDayName();
  const inForce = useInForce();
  if (words.length === 0) return <p>{t("day.none")}</p>;
  return (
    <Section title={t("day.words")}>
      <Table
        caption={t("day.words")}
        hideCaption
        head={[t("day.entry"), ...(["kind", "name", "source", "inForce"] as const).map((key) => t(`column.${key}`))]}
        rows={words.map((word) => {
          const time = formatTime(word.changedAt, locale);
          const by = word.changedById
            ? t("day.by", { name: names[word.changedById] ?? "–", time })
            : t("day.shipped", { time });
          return [
            <span key="version" className="desk-case">
              <span className="desk-marks">
                {t("day.version", { version: word.version })}
                {word.version === counting ? <Badge tone="good">{t("day.now")}</Badge> : null}
              </span>
              <span className="soft">{by}</span>
            </span>,
            <DayKindBadge key="kind" {...word} />,
            nameOf(word.name),
            <Source key="source" {...word} />,
            inForce(word.inForce),
          ];
        })}
      />
    </Section>
  );
}
