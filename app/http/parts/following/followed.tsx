import { useTranslation } from "react-i18next";
import { languageTag } from "~/domain/kernel/locale";
import type { Named } from "~/http/views/following";
import { Badge } from "~/ui/badge/badge";

/** What is followed: a record by its kind and title, or a search by its words and filters. */
export function Followed({ named }: { named: Named }) {
  const { t } = useTranslation(["following", "common"]);
  const { record, title, language, filters, path } = named;
  return (
    <span className="hit-marks">
      <Badge>{record ? t(`common:kind.${record}`) : t("search")}</Badge>
      <a href={path} lang={language ? languageTag[language] : undefined}>
        {title || t("all")}
      </a>
      {filters.map((one) => (
        <Badge key={one}>{one}</Badge>
      ))}
    </span>
  );
}
