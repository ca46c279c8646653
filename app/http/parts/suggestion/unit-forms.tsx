import { useTranslation } from "react-i18next";
import { replyClasses } from "~/domain/suggestion/suggestion";
import type { View } from "~/domain/suggestion/suggestion.server";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Radios } from "~/ui/field/choice";
import { Select, TextArea } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Section } from "~/ui/section/section";
import { languageOptions } from "./suggestion-fields";
import { Seen, type Sent } from "./suggestion-sent";

type Props = { view: View; action?: string; sent?: Sent };

/** In which a unit takes a suggestion on, or asks to give it back with a reason. */
export function AcceptanceForm({ view: { can, suggestion }, action, sent }: Props) {
  const { t } = useTranslation("suggestion");
  if (!can.accept) return null;
  return (
    <Section title={t("acceptance.title")}>
      <ErrorSummary faults={sent?.faults} labels={{ verdict: t("acceptance.title"), words: t("acceptance.words") }} />
      <Form action={action}>
        <Seen version={suggestion.version} sent={sent} />
        <Radios
          name="verdict"
          legend={t("acceptance.title")}
          required
          error={sent?.faults.verdict}
          defaultValue={sent?.typed.verdict}
          options={(["accept", "ask_back"] as const).map((value) => ({ value, label: t(`acceptance.${value}`) }))}
        />
        <TextArea
          name="words"
          label={t("acceptance.words")}
          unmarked
          rows={3}
          error={sent?.faults.words}
          defaultValue={sent?.typed.words}
        />
        <div>
          <Button>{t("review.submit")}</Button>
        </div>
      </Form>
    </Section>
  );
}

/** In which a unit replies: the text, its language, and the class of the result. */
export function ReplyForm({ view: { can, suggestion }, action, sent }: Props) {
  const { t } = useTranslation("suggestion");
  if (!can.reply) return null;
  return (
    <Section title={t("reply.title")}>
      <ErrorSummary
        faults={sent?.faults}
        labels={{ text: t("reply.text"), class: t("reply.class"), locale: t("field.locale") }}
      />
      <Form action={action} draft={`reply-${suggestion.reference}`}>
        <Seen version={suggestion.version} sent={sent} />
        <Select
          name="locale"
          label={t("field.locale")}
          required
          options={languageOptions}
          error={sent?.faults.locale}
          defaultValue={sent?.typed.locale ?? suggestion.locale}
        />
        <TextArea
          name="text"
          label={t("reply.text")}
          required
          rows={8}
          error={sent?.faults.text}
          defaultValue={sent?.typed.text}
        />
        <Radios
          name="class"
          legend={t("reply.class")}
          required
          error={sent?.faults.class}
          defaultValue={sent?.typed.class}
          options={replyClasses.map((value) => ({ value, label: t(`class.${value}`) }))}
        />
        <div>
          <Button>{t("reply.submit")}</Button>
        </div>
      </Form>
    </Section>
  );
}
