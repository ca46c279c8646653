import { useTranslation } from "react-i18next";
import { inLieu, type DayKind, type Region } from "~/domain/calendar/calendar";
import type { Localized } from "~/domain/kernel/locale";
import { useLocale } from "~/http/page/use-locale";
import { formatDay } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";

/** Writes the name of a day: the words of its code, or the name that somebody gave it in four languages. */
export function useDayName(): (name: string | Localized) => string {
  const { t } = useTranslation("calendar");
  const locale = useLocale();
  return (name) => {
    if (typeof name !== "string") return name[locale];
    if (name === "") return "–";
    if (name.startsWith(inLieu)) return t("inLieu", { name: t(`name.${name.slice(inLieu.length)}`) });
    return t(`name.${name}`);
  };
}

/** What a day is, with a mark where no notice has said so yet. */
export function DayKindBadge({ kind, confirmed }: { kind: DayKind; confirmed: boolean }) {
  const { t } = useTranslation("calendar");
  return (
    <span className="desk-marks">
      <Badge tone={kind === "worked" ? "warn" : kind === "closed" ? "good" : "plain"}>{t(`kind.${kind}`)}</Badge>
      {confirmed ? null : <Badge tone="unconfirmed">{t("unconfirmed.mark")}</Badge>}
    </span>
  );
}

/** By which word a day is what it is: mostly a notice in the Chinese of its place. */
export function Source({ region, source }: { region: Region; source: string }) {
  const han = /\p{Script=Han}/u.test(source);
  return <span lang={han ? (region === "jiangmen" ? "zh-Hans" : "zh-Hant") : undefined}>{source}</span>;
}

/** From when a word about a day counts. */
export function useInForce(): (inForce: string | null) => string {
  const { t } = useTranslation("calendar");
  const locale = useLocale();
  return (inForce) => (inForce === null ? t("always") : t("ahead", { day: formatDay(inForce, locale) }));
}
