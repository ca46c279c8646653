import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { grantClaim, readClaim } from "~/domain/membership/claim/claim.server";
import { grantForm } from "~/domain/membership/form";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { ClaimFacts } from "~/http/parts/membership/claim-facts";
import { MemberFields, useMemberLabels } from "~/http/parts/membership/member-fields";
import { notKept } from "~/http/parts/membership/refused";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button, ButtonLink } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "membership:claims.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const claim = found(await readClaim(actor, args.params.claim));
  if (claim.granted) throw redirect(href(locale, "committeeMember", { member: claim.granted }), 303);
  return { claim: found(claim.said ? claim : null) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const form = await formOf(args.request);
  const parsed = parseForm(grantForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await grantClaim(actor, args.params.claim, parsed.value);
  const refused = notKept(result, form);
  if (refused) return unprocessable(refused);
  return redirect(`${href(locale, "committeeMember", { member: valueOf(result) })}?added`, 303);
}

export default function ClaimPage() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const { claim } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "committeeClaims")}>{t("claims.title")}</a>}
        title={claim.said.name}
        lead={claim.said.nameLatin}
      />
      <ClaimFacts claim={claim} />
      {claim.can ? <Decision /> : null}
    </>
  );
}

function Decision() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const { claim } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { name, nameLatin, kind, session, sector, locale: language } = claim.said;
  const known = { name, kind, session: String(session), nameLatin: nameLatin ?? "", sector: sector ?? "" };
  return (
    <>
      <Section title={t("claims.grant")}>
        <p>{t("claims.grantLead")}</p>
        <ErrorSummary faults={sent?.faults} labels={useMemberLabels()} />
        <Form isPrivate>
          <MemberFields sent={sent} known={{ ...known, locale: language }} without={["email"]} />
          <div>
            <Button>{t("claims.grantGo")}</Button>
          </div>
        </Form>
      </Section>
      <p>
        <ButtonLink href={href(locale, "committeeClaimRefusal", { claim: claim.id })} variant="quiet">
          {t("claims.decline")}
        </ButtonLink>
      </p>
    </>
  );
}
