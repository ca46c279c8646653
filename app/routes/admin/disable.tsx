import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { disable } from "~/domain/person/people/access.server";
import { readPerson } from "~/domain/person/people/people.server";
import { faultOf, unprocessable } from "~/http/form/form";
import { onlyProven } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "admin:access.disableTitle");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await onlyProven(args, "admin");
  const { person } = found(await readPerson(actor, args.params.person));
  return { person: { id: person.id, name: person.name } };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await onlyProven(args, "admin");
  const { person = "" } = args.params;
  const result = await disable(actor, person);
  const last = !result.ok && result.reason === "wrong_state";
  if (last) return unprocessable(faultOf("account", "last_administrator", new FormData()));
  valueOf(result);
  return redirect(`${href(locale, "adminPerson", { person })}?disabled`, 303);
}

export default function Disable() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { person } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminPerson", { person: person.id })}>{person.name}</a>}
        title={t("access.disableTitle")}
        lead={t("access.disableText", { name: person.name })}
      />
      <ErrorSummary faults={sent?.faults} labels={{ account: t("access.title") }} />
      <Form>
        <div id="field-account" tabIndex={-1}>
          <Button variant="danger">{t("access.disable")}</Button>
        </div>
      </Form>
    </>
  );
}
