import { useTranslation } from "react-i18next";

type Props = { number: number; size: number; total: number; hrefOf: (number: number) => string };

/** From one page of a list to the next. Nothing where there is only one. */
export function Pager({ number, size, total, hrefOf }: Props) {
  const { t } = useTranslation("common");
  const last = Math.max(1, Math.ceil(total / size));
  if (last === 1) return null;
  return (
    <nav className="pager" aria-label={t("pager.label")}>
      {number > 1 ? (
        <a href={hrefOf(number - 1)} rel="prev">
          {t("pager.previous")}
        </a>
      ) : null}
      <span>{t("pager.at", { number, last })}</span>
      {number < last ? (
        <a href={hrefOf(number + 1)} rel="next">
          {t("pager.next")}
        </a>
      ) : null}
    </nav>
  );
}
