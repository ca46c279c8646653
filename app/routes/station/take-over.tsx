import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readAsStaff } from "~/domain/enquiry/desk.server";
import { takeOverReasons } from "~/domain/enquiry/enquiry";
import { takeOverForm } from "~/domain/enquiry/form";
import { takeOverEnquiry } from "~/domain/enquiry/steps.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { Button, ButtonLink } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Radios } from "~/ui/field/choice";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";
import { Columns } from "~/ui/stack/stack";
import { CaseFacts } from "./case";

export const meta: MetaFunction = (at) =>
  titleOf(at, "enquiry:desk.takeOverTitle", { reference: at.params.reference ?? "" });

export async function loader(args: LoaderFunctionArgs) {
  const { locale, actor } = await only(args, "station");
  const reference = args.params.reference ?? "";
  const enquiry = found(await readAsStaff(actor, reference));
  if (!enquiry.can.take_over) throw redirect(href(locale, "stationEnquiry", { reference }), 303);
  return { enquiry };
}

/** Takes over what a colleague holds. Refused with 403 while the colleague still has time. */
export async function action(args: ActionFunctionArgs) {
  const { locale, actor } = await only(args, "station");
  const reference = args.params.reference ?? "";
  const parsed = parseForm(takeOverForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  valueOf(await takeOverEnquiry(actor, reference, parsed.value.reason));
  return redirect(href(locale, "stationEnquiry", { reference }), 303);
}

export default function TakeOver() {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const { enquiry } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { reference } = enquiry;
  const back = href(locale, "stationEnquiry", { reference });
  return (
    <>
      <Breadcrumbs
        items={[
          { href: href(locale, "stationDesk"), label: t("desk.title") },
          { href: back, label: reference },
          { label: t("desk.takeOver") },
        ]}
      />
      <PageHead kicker={t("station")} title={t("desk.takeOverTitle", { reference })} lead={t("desk.takeOverLead")} />
      <Columns>
        <div>
          <ErrorSummary faults={sent?.faults} labels={{ reason: t("desk.reason") }} />
          <Form>
            <Radios
              name="reason"
              legend={t("desk.reason")}
              options={takeOverReasons.map((value) => ({ value, label: t(`takeOver.${value}`) }))}
              error={sent?.faults.reason}
              required
            />
            <div className="form-buttons">
              <Button>{t("desk.takeOver")}</Button>
              <ButtonLink href={back} variant="quiet">
                {t("back")}
              </ButtonLink>
            </div>
          </Form>
        </div>
        <aside>
          <CaseFacts enquiry={enquiry} />
        </aside>
      </Columns>
    </>
  );
}
