import { useTranslation } from "react-i18next";
import { dayNames } from "~/domain/calendar/calendar";
import { ownName } from "~/domain/calendar/form";
import type { FormFaults } from "~/http/form/form";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Checkbox, Radios } from "~/ui/field/choice";
import { Select, TextField } from "~/ui/field/field";
import { useDayName } from "./day-words";

type Sent = Partial<FormFaults> | undefined;
const own = ["nameHans", "nameHant", "nameEn", "namePt"] as const;
const named = ["day", "kind", "name", ...own, "source", "inForce", "confirmed", "text", "file", "region"] as const;

/** The faults of a form about the calendar, each named after its field. */
export function CalendarFaults({ sent }: { sent: Sent }) {
  const { t } = useTranslation("calendar");
  const here: Record<string, string> = {
    text: t("imported.text"),
    file: t("imported.file"),
    region: t("region.label"),
  };
  const labels = Object.fromEntries(named.map((name) => [name, here[name] ?? t(`form.${name}`)]));
  return <ErrorSummary faults={sent?.faults} labels={labels} />;
}

/** What a day is and how it is called; `known` fills the fields that nobody has typed into yet. */
export function DayFields({ sent, known }: { sent: Sent; known: Record<string, string | undefined> }) {
  const { t } = useTranslation("calendar");
  const nameOf = useDayName();
  const typed = sent?.typed ?? known;
  const faults = sent?.faults ?? {};
  return (
    <>
      <Radios
        name="kind"
        legend={t("form.kind")}
        required
        error={faults.kind}
        defaultValue={typed.kind ?? "closed"}
        options={(["closed", "worked"] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
      />
      <Select
        name="name"
        label={t("form.name")}
        required
        emptyLabel={t("form.choose")}
        error={faults.name}
        defaultValue={typed.name}
        options={[
          ...dayNames.map((value) => ({ value, label: nameOf(value) })),
          { value: ownName, label: t("form.other") },
        ]}
      />
      <Checkbox name="inLieu" label={t("form.inLieu")} defaultChecked={typed.inLieu === "yes"} />
      <details open={typed.name === ownName}>
        <summary>{t("form.other")}</summary>
        <div className="form">
          {own.map((name) => (
            <TextField
              key={name}
              name={name}
              label={t(`form.${name}`)}
              error={faults[name]}
              defaultValue={typed[name]}
            />
          ))}
        </div>
      </details>
      <SaidFields sent={sent} known={known} />
    </>
  );
}

/** By which word, from when on, and whether that word is official. */
export function SaidFields({ sent, known }: { sent: Sent; known: Record<string, string | undefined> }) {
  const { t } = useTranslation("calendar");
  const typed = sent?.typed ?? known;
  const faults = sent?.faults ?? {};
  return (
    <>
      <SourceFields sent={sent} known={known} />
      <Radios
        name="confirmed"
        legend={t("form.confirmed")}
        required
        error={faults.confirmed}
        defaultValue={typed.confirmed ?? "yes"}
        options={(["yes", "no"] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
      />
    </>
  );
}

/** By which word, and from when on it counts. */
export function SourceFields({ sent, known }: { sent: Sent; known: Record<string, string | undefined> }) {
  const { t } = useTranslation("calendar");
  const typed = sent?.typed ?? known;
  const faults = sent?.faults ?? {};
  return (
    <>
      <TextField
        name="source"
        label={t("form.source")}
        hint={t("form.sourceHint")}
        required
        error={faults.source}
        defaultValue={typed.source}
      />
      <TextField
        name="inForce"
        type="date"
        label={t("form.inForce")}
        hint={t("form.inForceHint")}
        error={faults.inForce}
        defaultValue={typed.inForce}
      />
    </>
  );
}
