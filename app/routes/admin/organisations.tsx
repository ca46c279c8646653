import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listOrganisations } from "~/domain/person/people/holding.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { ListFinder } from "~/http/parts/list/finder";
import { ListTable } from "~/http/parts/list/list-table";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { Badge } from "~/ui/badge/badge";
import { ButtonLink } from "~/ui/button/button";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "admin:organisations.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  return found(await listOrganisations(actor, new URL(args.request.url).searchParams, locale));
}

export default function Organisations() {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const { search, page } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const taken = query.has("changed") ? { added: query.get("added"), changed: query.get("changed") } : null;
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "adminDesk")}>{t("desk")}</a>}
        title={t("organisations.title")}
        lead={t("organisations.lead")}
      />
      {taken ? <Notice tone="good" title={t("organisation:import.taken", taken)} /> : null}
      <p className="form-inline">
        <ButtonLink href={href(locale, "adminOrganisationNew")}>{t("organisation:new.title")}</ButtonLink>
        <ButtonLink href={href(locale, "adminOrganisationsImport")} variant="quiet">
          {t("organisation:import.title")}
        </ButtonLink>
      </p>
      <ListFinder label={t("organisations.search")} words={search.words} />
      <ListTable
        list="organisations"
        caption={t("organisations.title")}
        none={t("organisations.none")}
        sort={search.sort}
        page={page}
        columns={(["name", "kind", "key", "holders"] as const).map((key) => ({
          label: t(`organisations.${key}`),
          sort: key,
        }))}
        rows={page.items.map(({ slug, kind, names, holders, closedAt }) => [
          <span key="name">
            <a className="desk-case" href={href(locale, "adminOrganisation", { organisation: slug })}>
              {names[locale]}
            </a>{" "}
            {closedAt ? <Badge>{t("organisation:closed")}</Badge> : null}
          </span>,
          t(`organisations.kinds.${kind}`),
          slug,
          holders,
        ])}
      />
    </>
  );
}
