import { useTranslation } from "react-i18next";
import type { FormFaults } from "~/http/form/form";
import { Button } from "~/ui/button/button";
import { FileField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Section } from "~/ui/section/section";

type Props = { sent: FormFaults | undefined; again: boolean; template: string };

/** The form that brings a list, with the template to fill in. */
export function ListForm({ sent, again, template }: Props) {
  const { t } = useTranslation("list");
  return (
    <Section title={t(again ? "import.again" : "import.file")}>
      <p>
        <a href={template} download>
          {t("import.template")}
        </a>
      </p>
      <Form multipart>
        <FileField
          name="file"
          label={t("import.file")}
          hint={t("import.hint")}
          required
          error={sent?.faults.file}
          accept=".xlsx,.csv,text/csv"
        />
        <div>
          <Button>{t("import.look")}</Button>
        </div>
      </Form>
    </Section>
  );
}
