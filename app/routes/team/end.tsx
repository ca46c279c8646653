import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { heads } from "~/domain/kernel/actor";
import { endInTeam, findInTeam } from "~/domain/person/team/team.server";
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
  const { actor } = await onlyProven(args, ...heads);
  const { name, role } = found(await findInTeam(actor, args.params.grant));
  return { name, role };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await onlyProven(args, ...heads);
  const result = await endInTeam(actor, args.params.grant);
  const refused = notGranted(result, new FormData());
  if (refused) return unprocessable(refused);
  valueOf(result);
  return redirect(`${href(locale, "team")}?ended`, 303);
}

export default function EndInTeam() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { name, role: key } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const role = t(`session:role.${key}`);
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "team")}>{t("team:title")}</a>}
        title={t("end.title")}
        lead={t("end.text", { name, role })}
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
