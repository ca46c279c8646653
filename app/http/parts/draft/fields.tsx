import { useTranslation } from "react-i18next";
import { entryStates, functions } from "~/domain/catalogue/entry";
import { bodyMost, nameMost, summaryMost } from "~/domain/catalogue/draft/form";
import { languageTag, type Locale } from "~/domain/kernel/locale";
import type { FormFaults } from "~/http/form/form";
import { Checkbox } from "~/ui/field/choice";
import { Select, TextArea, TextField } from "~/ui/field/field";

const texts = ["name", "summary", "body"] as const;
const facts = [
  "function",
  "year",
  "state",
  "unconfirmed",
  "aliases",
  "searchWords",
  "places",
  "start",
  "end",
  "cited",
] as const;
type Fact = (typeof facts)[number];
type Sent = FormFaults | undefined;

/** What the fields of a text are called, for the summary of faults. */
export function useTextLabels(): Record<(typeof texts)[number], string> {
  const { t } = useTranslation("draft");
  return { name: t("text.name"), summary: t("text.summary"), body: t("text.body") };
}

/** What the fields of the facts are called, for the summary of faults. */
export function useFactLabels(): Record<Fact, string> {
  const { t } = useTranslation(["draft", "entry"]);
  return {
    function: t("entry:function"),
    year: t("facts.years"),
    state: t("facts.state"),
    unconfirmed: t("facts.unconfirmed"),
    aliases: t("facts.aliases"),
    searchWords: t("facts.searchWords"),
    places: t("entry:places"),
    start: t("facts.start"),
    end: t("facts.end"),
    cited: t("facts.cited"),
  };
}

/** A text in one language. */
export function TextFields({ language, known, sent }: { language: Locale; known: Record<string, string>; sent: Sent }) {
  const { t } = useTranslation("draft");
  const labels = useTextLabels();
  const at = (name: (typeof texts)[number]) => ({
    name,
    label: labels[name],
    lang: languageTag[language],
    error: sent?.faults[name],
    defaultValue: sent ? sent.typed[name] : known[name],
  });
  return (
    <>
      <TextField {...at("name")} required maxLength={nameMost} />
      <TextArea {...at("summary")} required rows={3} maxLength={summaryMost} />
      <TextArea {...at("body")} rows={12} hint={t("text.bodyHint")} maxLength={bodyMost} />
    </>
  );
}

/** What holds in every language. */
export function FactFields({ known, sent }: { known: Record<Fact, string>; sent: Sent }) {
  const { t } = useTranslation(["draft", "common"]);
  const labels = useFactLabels();
  const typed = sent ? sent.typed : known;
  const at = (name: Fact) => ({ name, label: labels[name], error: sent?.faults[name], defaultValue: typed[name] });
  return (
    <>
      <Select
        {...at("function")}
        emptyLabel={t("facts.none")}
        options={functions.map((value) => ({ value, label: t(`common:function.${value}`) }))}
      />
      <TextField {...at("year")} type="number" min="1000" max="2200" />
      <Select
        {...at("state")}
        emptyLabel={t("facts.none")}
        options={entryStates.map((value) => ({ value, label: t(`common:state.${value}`) }))}
      />
      <TextField {...at("start")} type="date" />
      <TextField {...at("end")} type="date" />
      <TextArea {...at("places")} rows={3} hint={t("facts.placesHint")} />
      <TextArea {...at("aliases")} rows={4} hint={t("facts.aliasesHint")} />
      <TextArea {...at("searchWords")} rows={4} hint={t("facts.searchWordsHint")} />
      <TextArea {...at("cited")} rows={3} hint={t("facts.citedHint")} />
      <Checkbox
        name="unconfirmed"
        label={labels.unconfirmed}
        error={sent?.faults.unconfirmed}
        defaultChecked={typed.unconfirmed === "yes"}
      />
    </>
  );
}
