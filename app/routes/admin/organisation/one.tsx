import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { profileForm } from "~/domain/organisation/form";
import { changeOrganisation, readOrganisation } from "~/domain/organisation/organisation.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { OrganisationFields, useOrganisationLabels } from "~/http/parts/organisation/fields";
import { notKept } from "~/http/parts/organisation/refused";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Button, ButtonLink } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Facts } from "~/ui/facts/facts";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "admin:organisations.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readOrganisation(actor, args.params.organisation));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  const { organisation = "" } = args.params;
  const form = await formOf(args.request);
  const parsed = parseForm(profileForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await changeOrganisation(actor, organisation, parsed.value);
  if (isOutdated(result)) return outdated(form);
  const refused = notKept(result, form);
  if (refused) return unprocessable(refused);
  valueOf(result);
  return redirect(`${href(locale, "adminOrganisation", { organisation })}?saved`, 303);
}

export default function OrganisationPage() {
  const { t } = useTranslation("organisation");
  const locale = useLocale();
  const { organisation, path, parents, can } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [query] = useSearchParams();
  const labels = useOrganisationLabels();
  const { slug, kind, names, parent, email, phone, closedAt, version } = organisation;
  const known = { nameHans: names["zh-Hans"], nameHant: names["zh-Hant"], nameEn: names.en, namePt: names.pt };
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminOrganisations")}>{t("admin:organisations.title")}</a>}
        title={names[locale]}
      />
      {query.has("saved") ? <Notice tone="good" title={t("saved")} /> : null}
      {sent && "outdated" in sent ? <Notice tone="warn" title={t("outdated")} /> : null}
      {closedAt ? <Notice tone="warn" title={t("closedSince", { time: formatTime(closedAt, locale) })} /> : null}
      <Facts
        items={[
          { term: labels.slug, detail: slug },
          { term: labels.kind, detail: t(`admin:organisations.kinds.${kind}`) },
          { term: labels.parent, detail: path.map((one) => one.names[locale]).join(" › ") || t("top") },
          { term: labels.email, detail: email },
          { term: labels.phone, detail: phone },
        ]}
      />
      <p>
        <ButtonLink href={`${href(locale, "adminGrants")}?${new URLSearchParams({ q: slug })}`} variant="quiet">
          {t("admin:grants.title")}
        </ButtonLink>
      </p>
      {can.change ? (
        <Section title={t("change")}>
          <ErrorSummary faults={sent?.faults} labels={labels} />
          <Form>
            <input type="hidden" name="seen" value={version} />
            <OrganisationFields sent={sent} known={{ ...known, parent, email, phone }} parents={parents} />
            <div>
              <Button>{t("save")}</Button>
            </div>
          </Form>
        </Section>
      ) : null}
      {can.close ? (
        <p>
          <ButtonLink href={href(locale, "adminOrganisationEnd", { organisation: slug })} variant="danger">
            {t("close")}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}
