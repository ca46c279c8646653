import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { grantForm } from "~/domain/person/people/form";
import { grantRole, readPerson } from "~/domain/person/people/people.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { mustProve, unproven } from "~/http/form/unproven";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { ProveFirst } from "~/http/parts/admin/prove-first";
import { notGranted } from "~/http/parts/admin/refused";
import { RoleFields, useRoleLabels } from "~/http/parts/admin/role-fields";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "admin:grant.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "admin");
  return found(await readPerson(actor, args.params.person));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale, own } = await only(args, "admin");
  const { person = "" } = args.params;
  const form = await formOf(args.request);
  if (mustProve(own)) return unproven(form);
  const parsed = parseForm(grantForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await grantRole(actor, person, parsed.value);
  const refused = notGranted(result, form);
  if (refused) return unprocessable(refused);
  valueOf(result);
  return redirect(`${href(locale, "adminPerson", { person })}?saved`, 303);
}

export default function GrantPage() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { person, organisations } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const labels = useRoleLabels();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminPerson", { person: person.id })}>{person.name}</a>}
        title={t("grant.title")}
        lead={t("grant.for", { name: person.name })}
      />
      <ProveFirst sent={sent} />
      <ErrorSummary faults={sent?.faults} labels={labels} />
      <Form>
        <RoleFields organisations={organisations} sent={sent} />
        <div>
          <Button>{t("grant.go")}</Button>
        </div>
      </Form>
    </>
  );
}
