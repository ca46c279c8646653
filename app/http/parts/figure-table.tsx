import { useTranslation } from "react-i18next";
import type { Figure } from "~/domain/figure/figure";
import { useLocale } from "~/http/page/use-locale";
import { formatNumber } from "~/platform/i18n/format";
import { Table } from "~/ui/table/table";

/** A figure in words: its qualifier, its number, its unit. */
export function useFigureText(): (figure: Figure) => string {
  const { t } = useTranslation("figure");
  const locale = useLocale();
  return ({ value, qualifier, unit }) => {
    const number = t(`qualifier.${qualifier}`, { value: formatNumber(value, locale) });
    return `${number}${unit === "percent" && locale.startsWith("zh") ? "" : " "}${t(`unit.${unit}`)}`;
  };
}

/** Figures with everything that keeps them from being misread. */
export function FigureTable({ caption, figures }: { caption: string; figures: Figure[] }) {
  const { t } = useTranslation("figure");
  const locale = useLocale();
  const text = useFigureText();
  return (
    <Table
      caption={caption}
      hideCaption
      head={[t("scope"), t("value"), t("period"), t("note")]}
      rows={figures.map((figure) => [
        <span key="scope" id={figure.key}>
          {figure.scope[locale]}
        </span>,
        text(figure),
        figure.period.labels[locale],
        figure.note?.[locale] ?? "",
      ])}
    />
  );
}
