import { useTranslation } from "react-i18next";
import { refusalReasons } from "~/domain/suggestion/suggestion";
import type { View } from "~/domain/suggestion/suggestion.server";
import { useLocale } from "~/http/page/use-locale";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Radios } from "~/ui/field/choice";
import { Select, TextArea, TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Section } from "~/ui/section/section";
import { Seen, type Sent } from "./suggestion-sent";

type Props = { view: View; action?: string; sent?: Sent };

/** Review by the committee: begin, return with a reason, or not take up with a reason. Nothing where nothing is to do. */
export function ReviewForm({ view: { can, suggestion }, action, sent }: Props) {
  const { t } = useTranslation("suggestion");
  const verdicts = (["take", "return", "refuse"] as const).filter((verdict) => can[verdict]);
  if (verdicts.length === 0) return null;
  const refusing = can.refuse;
  return (
    <Section title={t("review.title")}>
      <ErrorSummary
        faults={sent?.faults}
        labels={{ verdict: t("review.verdict"), words: t("review.words"), reason: t("review.reason") }}
      />
      <Form action={action}>
        <Seen version={suggestion.version} sent={sent} />
        <Radios
          name="verdict"
          legend={t("review.verdict")}
          required
          error={sent?.faults.verdict}
          defaultValue={sent?.typed.verdict ?? (verdicts.length === 1 ? verdicts[0] : undefined)}
          options={verdicts.map((value) => ({ value, label: t(`review.${value}`) }))}
        />
        {refusing ? (
          <>
            <Select
              name="reason"
              label={t("review.reason")}
              unmarked
              emptyLabel={t("review.noReason")}
              error={sent?.faults.reason}
              defaultValue={sent?.typed.reason}
              options={refusalReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
            />
            <TextArea
              name="words"
              label={t("review.words")}
              unmarked
              rows={4}
              error={sent?.faults.words}
              defaultValue={sent?.typed.words}
            />
          </>
        ) : null}
        <div>
          <Button>{t("review.submit")}</Button>
        </div>
      </Form>
    </Section>
  );
}

/** Assignment to a handling unit with a due date; three months from today unless the committee says otherwise. */
export function AssignmentForm({ view: { can, suggestion, units, due }, action, sent }: Props) {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  if (!can.assign) return null;
  return (
    <Section title={t("assignment.title")}>
      <ErrorSummary faults={sent?.faults} labels={{ unit: t("unit.title"), dueOn: t("due") }} />
      <Form action={action}>
        <Seen version={suggestion.version} sent={sent} />
        <Select
          name="unit"
          label={t("unit.title")}
          required
          emptyLabel={t("assignment.choose")}
          error={sent?.faults.unit}
          defaultValue={sent?.typed.unit}
          options={units.filter(({ open }) => open).map(({ slug, names }) => ({ value: slug, label: names[locale] }))}
        />
        <TextField
          name="dueOn"
          type="date"
          label={t("due")}
          required
          error={sent?.faults.dueOn}
          min={due.first}
          max={due.last}
          defaultValue={sent?.typed.dueOn ?? due.suggested}
        />
        <div>
          <Button>{t("assignment.submit")}</Button>
        </div>
      </Form>
    </Section>
  );
}
