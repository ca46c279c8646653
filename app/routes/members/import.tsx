import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formOf, withFiles } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { ListPreview } from "~/http/parts/membership/list-preview";
import { bringList, shown } from "~/http/views/member-list";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { FileField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "membership:import.title");

export async function loader(args: LoaderFunctionArgs) {
  await only(args, "committee");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const answer = await bringList(actor, await formOf(args.request, withFiles));
  if ("looked" in answer) return shown(answer);
  const { added, changed } = answer.taken;
  return redirect(`${href(locale, "committeeMembers")}?added=${added}&changed=${changed}`, 303);
}

export default function Import() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const sent = useActionData<typeof action>();
  const looked = sent?.looked;
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "committeeMembers")}>{t("list.title")}</a>}
        title={t("import.title")}
        lead={t("import.lead")}
      />
      <ErrorSummary faults={sent?.faults} labels={{ file: t("import.file") }} />
      {looked ? <ListPreview looked={looked} /> : null}
      <Section title={looked ? t("import.again") : t("import.file")}>
        <p>
          <a href={href(locale, "committeeMembersTemplate")} download>
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
    </>
  );
}
