import { useTranslation } from "react-i18next";
import type { FormFaults } from "~/http/form/form";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextArea } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Section } from "~/ui/section/section";

/** By which an editor takes an entry off the portal, with a reason. */
export function WithdrawalForm({ slug, requestKey, sent }: { slug: string; requestKey: string; sent?: FormFaults }) {
  const { t } = useTranslation("draft");
  return (
    <Section title={t("withdrawal.title")}>
      <p>{t("withdrawal.text")}</p>
      <ErrorSummary faults={sent?.faults} labels={{ words: t("withdrawal.words") }} />
      <Form action={href(useLocale(), "editorWithdrawal", { slug })} requestKey={sent?.typed.requestKey ?? requestKey}>
        <TextArea
          name="words"
          label={t("withdrawal.words")}
          required
          rows={3}
          error={sent?.faults.words}
          defaultValue={sent?.typed.words}
        />
        <div>
          <Button variant="danger">{t("withdrawal.go")}</Button>
        </div>
      </Form>
    </Section>
  );
}
