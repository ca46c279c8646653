import { useTranslation } from "react-i18next";
import { ratings } from "~/domain/suggestion/suggestion";
import type { View } from "~/domain/suggestion/suggestion.server";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Radios } from "~/ui/field/choice";
import { TextArea } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Section } from "~/ui/section/section";
import { Seen, type Sent } from "./suggestion-sent";

/** In which the member says whether the reply satisfies: once for the first reply, once more for a second. */
export function RatingForm({ view, action, sent }: { view: View; action?: string; sent?: Sent }) {
  const { t } = useTranslation("suggestion");
  if (!view.can.rate) return null;
  const second = view.suggestion.rating !== null;
  return (
    <Section title={t("rating.title")} id="rating">
      <ErrorSummary faults={sent?.faults} labels={{ rating: t("rating.legend"), words: t("rating.words") }} />
      <Form {...(action ? { action } : {})}>
        <Seen version={view.suggestion.version} sent={sent} />
        <Radios
          name="rating"
          legend={t("rating.legend")}
          required
          error={sent?.faults.rating}
          {...(sent?.typed.rating ? { defaultValue: sent.typed.rating } : {})}
          options={ratings.map((value) => ({
            value,
            label: t(`rated_as.${value}`),
            ...(value === "dissatisfied"
              ? { hint: second ? t("rating.then_closed") : t("rating.then_again", { count: view.due.again }) }
              : {}),
          }))}
        />
        <TextArea
          name="words"
          label={t("rating.words")}
          unmarked
          hint={t("rating.wordsHint")}
          error={sent?.faults.words}
          {...(sent?.typed.words ? { defaultValue: sent.typed.words } : {})}
          rows={3}
        />
        <div>
          <Button>{t("rating.submit")}</Button>
        </div>
      </Form>
    </Section>
  );
}
