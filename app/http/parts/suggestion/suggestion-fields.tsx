import { useTranslation } from "react-i18next";
import { functions } from "~/domain/catalogue/entry";
import { locales } from "~/domain/kernel/locale";
import { Checkbox } from "~/ui/field/choice";
import { Select, TextArea, TextField } from "~/ui/field/field";

/** Each language by its own name, for a choice of one. */
export const languageNames = { "zh-Hans": "简体中文", "zh-Hant": "繁體中文", en: "English", pt: "Português" } as const;

export const languageOptions = locales.map((value) => ({ value, label: languageNames[value] }));

type Values = Record<string, string | undefined>;
type Props = {
  values: Values;
  faults: Record<string, string[]> | undefined;
  places: { value: string; label: string }[];
};

/** The fields in which a member writes a suggestion, empty or with what is there already. */
export function SuggestionFields({ values, faults, places }: Props) {
  const { t } = useTranslation(["suggestion", "common"]);
  const field = (name: string) => ({ name, defaultValue: values[name], error: faults?.[name] });
  return (
    <>
      <Select {...field("locale")} label={t("field.locale")} required options={languageOptions} />
      <TextField {...field("title")} label={t("field.title")} hint={t("field.titleHint")} required maxLength={80} />
      <TextArea {...field("matter")} label={t("field.matter")} required />
      <TextArea {...field("analysis")} label={t("field.analysis")} required />
      <TextArea {...field("measures")} label={t("field.measures")} required />
      <Select
        {...field("function")}
        label={t("field.function")}
        required
        emptyLabel=""
        options={functions.map((value) => ({ value, label: t(`common:function.${value}`) }))}
      />
      <Select {...field("placeSlug")} label={t("field.place")} emptyLabel={t("field.placeNone")} options={places} />
      <Checkbox name="publishable" label={t("field.publishable")} defaultChecked={values.publishable === "yes"} />
    </>
  );
}

/** The labels of these fields, for the summary of faults. */
export function useSuggestionLabels(): Record<string, string> {
  const { t } = useTranslation("suggestion");
  return {
    locale: t("field.locale"),
    title: t("field.title"),
    matter: t("field.matter"),
    analysis: t("field.analysis"),
    measures: t("field.measures"),
    function: t("field.function"),
    files: t("field.files"),
  };
}
