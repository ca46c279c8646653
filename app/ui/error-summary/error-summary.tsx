import { useTranslation } from "react-i18next";

type Props = { faults: Record<string, string[]> | undefined; labels: Record<string, string> };

/** All faults of a form at its head, each a link to its field. Takes the focus, so that it is read out first. */
export function ErrorSummary({ faults, labels }: Props) {
  const { t } = useTranslation("form");
  if (!faults || Object.keys(faults).length === 0) return null;
  const focus = { tabIndex: -1, autoFocus: true };
  return (
    <div className="error-summary" role="alert" {...focus}>
      <h2>{t("faults")}</h2>
      <ul>
        {Object.entries(faults).map(([name, keys]) => (
          <li key={name}>
            <a href={`#field-${name}`}>
              {headOf(labels[name], (label) => t("fault", { label }))}
              {keys.map((key) => t(`error.${key}`)).join(" ")}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What stands before a fault: a label and a colon. A label that is a sentence loses its stop, a question keeps its mark. */
function headOf(label: string | undefined, withColon: (label: string) => string): string {
  if (!label) return "";
  return /[?？]$/.test(label) ? `${label} ` : withColon(label.replace(/[.。]$/, ""));
}
