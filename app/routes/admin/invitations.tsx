import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { locales } from "~/domain/kernel/locale";
import { invite, readInvitations } from "~/domain/person/invitation/invitation.server";
import { inviteForm } from "~/domain/person/people/form";
import { faultOf, formOf, parseForm, unprocessable } from "~/http/form/form";
import { mustProve, unproven } from "~/http/form/unproven";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { OpenInvitations } from "~/http/parts/admin/open-invitations";
import { ProveFirst } from "~/http/parts/admin/prove-first";
import { notGranted } from "~/http/parts/admin/refused";
import { RoleFields, useRoleLabels } from "~/http/parts/admin/role-fields";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Select, TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "admin:invite.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readInvitations(actor, new URL(args.request.url).searchParams));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale, own } = await only(args, "admin");
  const form = await formOf(args.request);
  if (mustProve(own)) return unproven(form);
  const parsed = parseForm(inviteForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await invite(actor, parsed.value);
  if (!result.ok && result.reason === "conflict") return unprocessable(faultOf("email", "known_account", form));
  const refused = !result.ok && result.reason === "too_many" ? null : notGranted(result, form);
  if (refused) return unprocessable(refused);
  valueOf(result);
  return redirect(`${href(locale, "adminInvitations")}?sent`, 303);
}

export default function Invitations() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { search, page, organisations } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const [query] = useSearchParams();
  const labels = {
    name: t("people.name"),
    email: t("people.email"),
    locale: t("people.language"),
    ...useRoleLabels(),
  };
  const at = (name: "name" | "email" | "locale") => ({
    name,
    label: labels[name],
    error: sent?.faults[name],
    defaultValue: sent?.typed[name],
  });
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminPeople")}>{t("people.title")}</a>}
        title={t("invite.title")}
        lead={t("invite.lead")}
      />
      {query.has("sent") ? <Notice tone="good">{t("invite.sent")}</Notice> : null}
      {query.has("ended") ? <Notice>{t("invite.ended")}</Notice> : null}
      <ProveFirst sent={sent} />
      <ErrorSummary faults={sent?.faults} labels={labels} />
      <Form>
        <TextField {...at("name")} required />
        <TextField {...at("email")} type="email" required />
        <Select
          {...at("locale")}
          required
          emptyLabel={t("enquiry:choose")}
          options={locales.map((value) => ({ value, label: t(`enquiry:language.${value}`) }))}
        />
        <RoleFields organisations={organisations} sent={sent} />
        <div>
          <Button>{t("invite.go")}</Button>
        </div>
      </Form>
      <Section title={t("invite.open")}>
        <OpenInvitations search={search} page={page} />
      </Section>
    </>
  );
}
