import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { askClaim } from "~/domain/membership/claim/claim.server";
import { claimForm } from "~/domain/membership/claim/form";
import { daysKept } from "~/domain/privacy/kept.server";
import { formOf, newRequestKey, parseForm, unprocessable } from "~/http/form/form";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { MemberFields, useMemberLabels } from "~/http/parts/membership/member-fields";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Checkbox } from "~/ui/field/choice";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "membership:claim.title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return { days: (await daysKept()).claim, requestKey: newRequestKey() };
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const parsed = parseForm(claimForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  valueOf(await askClaim(parsed.value, locale, args.context.network ?? ""));
  return redirect(href(locale, "claimAsked"), 303);
}

export default function Claim() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const { days, requestKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const labels = { ...useMemberLabels(), consent: t("claim.consent") };
  return (
    <>
      <PageHead title={t("claim.title")} lead={t("claim.lead")} />
      <ErrorSummary faults={sent?.faults} labels={labels} />
      <Form isPrivate requestKey={sent?.typed.requestKey ?? requestKey}>
        <MemberFields sent={sent} known={{ locale }} without={["liaisonGroup", "from", "until"]} />
        <Checkbox
          name="consent"
          label={t("claim.consent")}
          required
          error={sent?.faults.consent}
          defaultChecked={sent?.typed.consent === "yes"}
        />
        <p className="soft">
          {t("claim.kept", { days })} <a href={href(locale, "privacy")}>{t("claim.privacy")}</a>
        </p>
        <div>
          <Button>{t("claim.send")}</Button>
        </div>
      </Form>
    </>
  );
}
