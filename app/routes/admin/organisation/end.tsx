import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { closeOrganisation, readOrganisation } from "~/domain/organisation/organisation.server";
import { unprocessable } from "~/http/form/form";
import { onlyProven } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { notKept } from "~/http/parts/organisation/refused";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "organisation:closeTitle");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await onlyProven(args, "admin");
  const { organisation, can } = found(await readOrganisation(actor, args.params.organisation));
  return found(can.close ? { slug: organisation.slug, names: organisation.names } : null);
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await onlyProven(args, "admin");
  const { organisation = "" } = args.params;
  const result = await closeOrganisation(actor, organisation);
  const refused = notKept(result, new FormData());
  if (refused) return unprocessable(refused);
  valueOf(result);
  return redirect(`${href(locale, "adminOrganisation", { organisation })}?saved`, 303);
}

export default function CloseOrganisation() {
  const { t } = useTranslation("organisation");
  const locale = useLocale();
  const { slug, names } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminOrganisation", { organisation: slug })}>{names[locale]}</a>}
        title={t("closeTitle")}
        lead={t("closeText")}
      />
      <ErrorSummary faults={sent?.faults} labels={{ organisation: names[locale] }} />
      <Form>
        <div id="field-organisation" tabIndex={-1}>
          <Button variant="danger">{t("close")}</Button>
        </div>
      </Form>
    </>
  );
}
