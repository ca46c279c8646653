import { useTranslation } from "react-i18next";
import { useLocale } from "~/http/page/use-locale";
import { formatTime } from "~/platform/i18n/format";
import { Moment } from "~/ui/prose/thread";

/** A moment in Beijing time, which the station lives by; a script adds the reader's own. */
export function BeijingTime({ at }: { at: Date }) {
  const { t } = useTranslation("enquiry");
  const time = formatTime(at, useLocale());
  return <Moment at={at} text={t("time.beijing", { time })} own={t("time.yours", { time: "{time}" })} />;
}
