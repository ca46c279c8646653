import { useTranslation } from "react-i18next";
import { regionName } from "~/domain/enquiry/regions";
import { rhythms } from "~/domain/following/rhythm";
import { zoneOptions } from "~/domain/following/zones";
import type { FormFaults } from "~/http/form/form";
import { useLocale } from "~/http/page/use-locale";
import { now } from "~/platform/clock";
import { Radios } from "~/ui/field/choice";
import { Select } from "~/ui/field/field";

const hours = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

/** How often a digest comes, and at which hour of whose day. The device proposes its own time zone. */
export function ScheduleFields({ values, sent }: { values: Record<string, string>; sent: FormFaults | undefined }) {
  const { t } = useTranslation(["following", "enquiry"]);
  const locale = useLocale();
  const field = (name: string) => ({
    name,
    defaultValue: sent?.typed[name] ?? values[name] ?? "",
    error: sent?.faults[name],
    required: true,
  });
  const zones = zoneOptions(locale, now(), (code) => regionName(code, locale, (own) => t(`enquiry:region.${own}`)));
  return (
    <>
      <Radios
        {...field("rhythm")}
        legend={t("rhythm.legend")}
        options={rhythms.map((value) => ({ value, label: t(`rhythm.${value}`) }))}
      />
      <Select {...field("hour")} label={t("hour")} options={hours} />
      <div data-own-zone={values.timeZone || sent ? undefined : ""}>
        <Select {...field("timeZone")} label={t("timeZone")} options={zones} emptyLabel={t("choose")} />
      </div>
    </>
  );
}
