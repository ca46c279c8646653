import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readPerson, revokeRole } from "~/domain/person/people/people.server";
import { unprocessable } from "~/http/form/form";
import { onlyProven } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { notGranted } from "~/http/parts/admin/refused";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "admin:end.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await onlyProven(args, "admin");
  const { person } = found(await readPerson(actor, args.params.person));
  return { person, grant: found(person.grants.find(({ id }) => id === args.params.grant)) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await onlyProven(args, "admin");
  const { person = "", grant } = args.params;
  const result = await revokeRole(actor, person, grant);
  const refused = notGranted(result, new FormData());
  if (refused) return unprocessable(refused);
  valueOf(result);
  return redirect(`${href(locale, "adminPerson", { person })}?saved`, 303);
}

export default function EndPage() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { person, grant } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const role = t(`session:role.${grant.role}`);
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminPerson", { person: person.id })}>{person.name}</a>}
        title={t("end.title")}
        lead={t("end.text", { name: person.name, role })}
      />
      <ErrorSummary faults={sent?.faults} labels={{ role }} />
      <Form>
        <div id="field-role" tabIndex={-1}>
          <Button variant="danger">{t("end.go")}</Button>
        </div>
      </Form>
    </>
  );
}
