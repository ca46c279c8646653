import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pageNumber } from "~/domain/kernel/page";
import { leads } from "~/domain/lead/lead.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { found } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { PageHead } from "~/ui/page-head/page-head";
import { Pager } from "~/ui/pager/pager";
import { Table } from "~/ui/table/table";

export const meta: MetaFunction = (at) => titleOf(at, "lead:list.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "committee");
  return { page: found(await leads(actor, pageNumber(new URL(args.request.url).searchParams.get("page")))) };
}

export default function Leads() {
  const { t } = useTranslation("lead");
  const locale = useLocale();
  const { page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("list.title")} />
      {page.total === 0 ? (
        <p>{t("list.none")}</p>
      ) : (
        <Table
          caption={t("list.title")}
          hideCaption
          head={[t("reference"), t("state"), t("date")]}
          rows={page.items.map(({ reference, state, createdAt }) => [
            <a key="reference" href={href(locale, "committeeLead", { reference })}>
              {reference}
            </a>,
            <Badge key="state">{t(`list.${state}`)}</Badge>,
            formatTime(createdAt, locale),
          ])}
        />
      )}
      <Pager {...page} hrefOf={(number) => `?page=${number}`} />
    </>
  );
}
