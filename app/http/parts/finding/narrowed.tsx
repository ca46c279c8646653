import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** A list with the ways to narrow it: beside it where there is room, folded above it on a phone. */
export function Narrowed({ filters, children }: { filters: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("search");
  return (
    <div className="narrowed">
      <details className="narrow">
        <summary>{t("narrow")}</summary>
        <div className="narrow-choices">{filters}</div>
      </details>
      <div className="narrowed-list">{children}</div>
    </div>
  );
}
