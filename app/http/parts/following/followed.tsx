import { useTranslation } from "react-i18next";
import type { Named } from "~/http/views/following";
import { Badge } from "~/ui/badge/badge";

/** What is followed: a record by its kind and title, or a search by its words and filters. */
export function Followed({ named }: { named: Named }) {
  const { t } = useTranslation(["following", "common"]);
  const { record, title, filters, path } = named;
  const label = ({ name, value }: Named["filters"][number]) =>
    name === "place" || name === "year" ? value : t(`common:${name}.${value}`);
  return (
    <span className="hit-marks">
      <Badge>{record ? t(`common:kind.${record}`) : t("search")}</Badge>
      <a href={path}>{title || t("all")}</a>
      {filters.map((one) => (
        <Badge key={one.name}>{label(one)}</Badge>
      ))}
    </span>
  );
}
