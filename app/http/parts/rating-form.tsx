import { useTranslation } from "react-i18next";
import { ratings } from "~/domain/suggestion/suggestion";
import type { FormFaults } from "~/http/form/form";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Radios } from "~/ui/field/choice";
import { TextArea } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Section } from "~/ui/section/section";

/** In which the member says whether the reply satisfies. */
export function RatingForm({ action, sent }: { action?: string; sent?: FormFaults }) {
  const { t } = useTranslation("suggestion");
  return (
    <Section title={t("rating.title")} id="rating">
      <ErrorSummary faults={sent?.faults} labels={{ rating: t("rating.legend"), words: t("rating.words") }} />
      <Form action={action}>
        <Radios
          name="rating"
          legend={t("rating.legend")}
          required
          error={sent?.faults.rating}
          defaultValue={sent?.typed.rating}
          options={ratings.map((value) => ({ value, label: t(`rating.${value}`) }))}
        />
        <TextArea
          name="words"
          label={t("rating.words")}
          hint={t("rating.wordsHint")}
          error={sent?.faults.words}
          defaultValue={sent?.typed.words}
          rows={3}
        />
        <div>
          <Button>{t("rating.submit")}</Button>
        </div>
      </Form>
    </Section>
  );
}
