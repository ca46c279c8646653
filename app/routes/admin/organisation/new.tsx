import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { organisationForm } from "~/domain/organisation/form";
import { kinds } from "~/domain/organisation/organisation";
import { addOrganisation, readNew } from "~/domain/organisation/organisation.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { OrganisationFields, useOrganisationLabels } from "~/http/parts/organisation/fields";
import { notKept } from "~/http/parts/organisation/refused";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Select, TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "organisation:new.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readNew(actor));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  const form = await formOf(args.request);
  const parsed = parseForm(organisationForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await addOrganisation(actor, parsed.value);
  const refused = notKept(result, form);
  if (refused) return unprocessable(refused);
  return redirect(`${href(locale, "adminOrganisation", { organisation: valueOf(result) })}?saved`, 303);
}

export default function NewOrganisation() {
  const { t } = useTranslation("organisation");
  const locale = useLocale();
  const { parents } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const labels = useOrganisationLabels();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminOrganisations")}>{t("admin:organisations.title")}</a>}
        title={t("new.title")}
        lead={t("new.lead")}
      />
      <ErrorSummary faults={sent?.faults} labels={labels} />
      <Form>
        <TextField
          name="slug"
          label={labels.slug}
          hint={t("hint.slug")}
          required
          error={sent?.faults.slug}
          defaultValue={sent?.typed.slug}
        />
        <Select
          name="kind"
          label={labels.kind}
          required
          emptyLabel={t("enquiry:choose")}
          error={sent?.faults.kind}
          defaultValue={sent?.typed.kind}
          options={kinds.map((value) => ({ value, label: t(`admin:organisations.kinds.${value}`) }))}
        />
        <OrganisationFields sent={sent} parents={parents} />
        <div>
          <Button>{t("new.go")}</Button>
        </div>
      </Form>
    </>
  );
}
