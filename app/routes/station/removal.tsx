import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readAsStaff } from "~/domain/enquiry/desk.server";
import { exitReasons } from "~/domain/enquiry/enquiry";
import { removalForm } from "~/domain/enquiry/form";
import { removeEnquiry } from "~/domain/enquiry/steps.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { found, valueOf } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Radios } from "~/ui/field/choice";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";
import { PrivateView } from "~/ui/section/private-view";
import { CaseWords } from "./case";

export const meta: MetaFunction = (at) =>
  titleOf(at, "enquiry:desk.setAsideTitle", { reference: at.params.reference ?? "" });

export async function loader(args: LoaderFunctionArgs) {
  const { locale, actor } = await only(args, "station");
  const reference = args.params.reference ?? "";
  const enquiry = found(await readAsStaff(actor, reference));
  if (!enquiry.can.set_aside) throw redirect(href(locale, "stationEnquiry", { reference }), 303);
  return { enquiry };
}

/** Sets an enquiry aside, with a reason that the asker is told. */
export async function action(args: ActionFunctionArgs) {
  const { locale, actor } = await only(args, "station");
  const parsed = parseForm(removalForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  valueOf(await removeEnquiry(actor, args.params.reference ?? "", parsed.value.reason));
  return redirect(href(locale, "stationDesk"), 303);
}

export default function Removal() {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const { enquiry } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { reference } = enquiry;
  return (
    <PrivateView>
      <Breadcrumbs
        items={[
          { href: href(locale, "stationDesk"), label: t("desk.title") },
          { href: href(locale, "stationEnquiry", { reference }), label: reference },
          { label: t("desk.setAside") },
        ]}
      />
      <PageHead kicker={t("station")} title={t("desk.setAsideTitle", { reference })} lead={t("desk.setAsideLead")} />
      <CaseWords enquiry={enquiry} />
      <ErrorSummary faults={sent?.faults} labels={{ reason: t("desk.reason") }} />
      <Form>
        <Radios
          name="reason"
          legend={t("desk.reason")}
          options={exitReasons.map((value) => ({ value, label: t(`exit.${value}`) }))}
          error={sent?.faults.reason}
          required
        />
        <div>
          <Button variant="danger">{t("desk.setAside")}</Button>
        </div>
      </Form>
    </PrivateView>
  );
}
