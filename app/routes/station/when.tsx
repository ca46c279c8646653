import { useTranslation } from "react-i18next";
import { useLocale } from "~/http/page/use-locale";
import { formatTime } from "~/platform/i18n/format";
import { Moment } from "~/ui/prose/thread";

/** A moment in Beijing time, which the station lives by. */
export function When({ at }: { at: Date }) {
  const { t } = useTranslation("enquiry");
  return (
    <Moment
      at={at}
      text={t("time.beijing", { time: formatTime(at, useLocale()) })}
      own={t("time.yours", { time: "{time}" })}
    />
  );
}
