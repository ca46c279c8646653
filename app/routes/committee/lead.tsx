import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { handleLead, readLead } from "~/domain/lead/lead.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { found, valueOf } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Button } from "~/ui/button/button";
import { Facts } from "~/ui/facts/facts";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";
import { Multiline } from "~/ui/prose/prose";

export const meta: MetaFunction = (at) => titleOf(at, "lead:list.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "committee");
  return { lead: found(await readLead(actor, args.params.reference ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  valueOf(await handleLead(actor, args.params.reference ?? ""));
  return redirect(href(locale, "committeeLeads"), 303);
}

export default function Lead() {
  const { t } = useTranslation("lead");
  const locale = useLocale();
  const { lead } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead kicker={t("list.title")} title={lead.reference} />
      <Multiline text={lead.text} lang={lead.locale} />
      <Facts
        items={[
          { term: t("field.name"), detail: lead.from.name },
          { term: t("field.contact"), detail: lead.from.contact },
          { term: t("field.residence"), detail: lead.from.residence },
          { term: t("date"), detail: formatTime(lead.createdAt, locale) },
          { term: t("state"), detail: t(`list.${lead.state}`) },
        ]}
      />
      {lead.state === "received" ? (
        <Form>
          <Button>{t("handle")}</Button>
        </Form>
      ) : null}
    </>
  );
}
