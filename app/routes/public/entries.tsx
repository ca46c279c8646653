import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { entriesOfKind } from "~/domain/catalogue/entries.server";
import { pageNumber } from "~/domain/kernel/page";
import { anyone } from "~/http/guards";
import { filterOf, kindOf } from "~/http/page/kind-of";
import { titleOf } from "~/http/page/meta";
import { EntryCards } from "~/http/parts/entry-cards";
import { Filters } from "~/http/parts/finding/filters";
import { sections } from "~/paths";
import { PageHead } from "~/ui/page-head/page-head";
import { Pager } from "~/ui/pager/pager";
import { Narrowed } from "~/http/parts/finding/narrowed";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction<typeof loader> = (at) =>
  titleOf(at, `common:section.${sections[at.data?.kind ?? "initiative"]}`);

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  const kind = kindOf(args.request);
  const query = new URL(args.request.url).searchParams;
  return { kind, ...(await entriesOfKind(locale, kind, filterOf(query), pageNumber(query.get("page")))) };
}

export default function Entries() {
  const { t } = useTranslation(["common", "entry"]);
  const { kind, page, counts } = useLoaderData<typeof loader>();
  const query = new URLSearchParams(useLocation().search);
  const hrefOf = (number: number) => {
    const next = new URLSearchParams(query);
    next.set("page", String(number));
    return `?${next}`;
  };
  return (
    <>
      <PageHead title={t(`section.${sections[kind]}`)} lead={t("results", { count: page.total })} />
      <Narrowed
        filters={
          <>
            <Filters
              title={t("entry:filter.function")}
              name="function"
              counts={counts.function}
              label={(value) => t(`function.${value}`)}
              query={query}
            />
            <Filters
              title={t("entry:filter.year")}
              name="year"
              counts={counts.year}
              label={(value) => value}
              query={query}
            />
            <Filters
              title={t("entry:filter.state")}
              name="state"
              counts={counts.state}
              label={(value) => t(`state.${value}`)}
              query={query}
            />
          </>
        }
      >
        {page.items.length === 0 ? <p>{t("entry:empty")}</p> : <EntryCards entries={page.items} level={2} />}
        <Pager {...page} hrefOf={hrefOf} />
      </Narrowed>
    </>
  );
}
