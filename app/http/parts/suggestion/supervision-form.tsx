import { useTranslation } from "react-i18next";
import type { View } from "~/domain/suggestion/suggestion.server";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextArea } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Section } from "~/ui/section/section";
import { Seen, type Sent } from "./suggestion-sent";

/** By which the supervision office presses a unit for its reply, with a message if it likes. */
export function SupervisionForm({ view, action, sent }: { view: View; action?: string; sent?: Sent }) {
  const { t } = useTranslation("suggestion");
  if (!view.can.supervise) return null;
  return (
    <Section title={t("supervision.title")}>
      <p>{t("supervision.text")}</p>
      <ErrorSummary faults={sent?.faults} labels={{ words: t("supervision.words") }} />
      <Form action={action}>
        <Seen version={view.suggestion.version} sent={sent} />
        <TextArea
          name="words"
          label={t("supervision.words")}
          rows={3}
          error={sent?.faults.words}
          defaultValue={sent?.typed.words}
        />
        <div>
          <Button>{t("supervision.submit")}</Button>
        </div>
      </Form>
    </Section>
  );
}
