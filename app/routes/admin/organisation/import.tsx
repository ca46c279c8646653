import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { columns } from "~/domain/organisation/import/plan";
import { readNew } from "~/domain/organisation/organisation.server";
import { formOf, withFiles } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { ListForm } from "~/http/parts/list/list-form";
import { ListPreview } from "~/http/parts/list/list-preview";
import { useOrganisationLabels } from "~/http/parts/organisation/fields";
import { found } from "~/http/refuse";
import { bringList, shown } from "~/http/views/bring-list";
import { organisationsRoom } from "~/http/views/organisation-list";
import { href } from "~/paths";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "organisation:import.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  found(await readNew(actor));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  const answer = await bringList(await formOf(args.request, withFiles), organisationsRoom(actor));
  if ("looked" in answer) return shown(answer);
  const { added, changed } = answer.taken;
  return redirect(`${href(locale, "adminOrganisations")}?added=${added}&changed=${changed}`, 303);
}

export default function ImportOrganisations() {
  const { t } = useTranslation("organisation");
  const locale = useLocale();
  const sent = useActionData<typeof action>();
  const looked = sent?.looked;
  const labels = useOrganisationLabels();
  const labelOf = (column: string) => columns.flatMap((one) => (one === column ? [labels[one]] : []))[0] ?? column;
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminOrganisations")}>{t("admin:organisations.title")}</a>}
        title={t("import.title")}
        lead={t("import.lead")}
      />
      <ErrorSummary faults={sent?.faults} labels={{ file: t("list:import.file") }} />
      {looked ? (
        <ListPreview
          looked={looked}
          labelOf={labelOf}
          head={[t("admin:organisations.name"), labels.slug, labels.kind, labels.parent]}
          cells={({ made }) => [
            made.names[locale],
            made.slug,
            t(`admin:organisations.kinds.${made.kind}`),
            made.parent ?? "–",
          ]}
        />
      ) : null}
      <ListForm sent={sent} again={Boolean(looked)} template={href(locale, "adminOrganisationsTemplate")} />
    </>
  );
}
