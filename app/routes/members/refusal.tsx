import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { declineReasons } from "~/domain/membership/claim/claim";
import { declineClaim, readClaim } from "~/domain/membership/claim/claim.server";
import { declineForm } from "~/domain/membership/claim/form";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Radios } from "~/ui/field/choice";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "membership:claims.decline");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "committee");
  const claim = found(await readClaim(actor, args.params.claim));
  return { id: claim.id, name: found(claim.said && claim.can ? claim.said.name : null) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const parsed = parseForm(declineForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  valueOf(await declineClaim(actor, args.params.claim, parsed.value));
  return redirect(`${href(locale, "committeeClaims")}?declined`, 303);
}

export default function DeclineClaim() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const { id, name } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "committeeClaim", { claim: id })}>{name}</a>}
        title={t("claims.decline")}
        lead={t("claims.declineLead")}
      />
      <ErrorSummary faults={sent?.faults} labels={{ reason: t("claims.reason") }} />
      <Form>
        <Radios
          name="reason"
          legend={t("claims.reason")}
          required
          error={sent?.faults.reason}
          defaultValue={sent?.typed.reason}
          options={declineReasons.map((value) => ({ value, label: t(`reason.${value}`) }))}
        />
        <div>
          <Button variant="danger">{t("claims.decline")}</Button>
        </div>
      </Form>
    </>
  );
}
