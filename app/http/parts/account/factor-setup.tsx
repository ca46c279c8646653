import { useTranslation } from "react-i18next";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { QrCode } from "~/ui/qr/qr";
import { PrivateView } from "~/ui/section/private-view";
import { Section } from "~/ui/section/section";

type Props = { svg: string; text: string; secret: string; faults: Record<string, string[]> | undefined };

/** The secret to give to an app, by camera or by hand, and the code that shows that it has it. */
export function FactorSetup({ svg, text, secret, faults }: Props) {
  const { t } = useTranslation(["account", "session"]);
  return (
    <PrivateView>
      <ErrorSummary faults={faults} labels={{ code: t("session:code.code") }} />
      <Section title={t("factor.step1")}>
        <p>{t("factor.apps")}</p>
        <p>
          <QrCode svg={svg} label={t("factor.qr")} />
        </p>
        <p>{t("factor.byHand")}</p>
        <p className="code" data-factor-secret>
          {text}
        </p>
      </Section>
      <Section title={t("factor.step2")}>
        <Form>
          <input type="hidden" name="secret" value={secret} />
          <TextField
            name="code"
            label={t("session:code.code")}
            autoComplete="one-time-code"
            required
            error={faults?.code}
          />
          <div>
            <Button>{t("factor.on")}</Button>
          </div>
        </Form>
      </Section>
    </PrivateView>
  );
}
