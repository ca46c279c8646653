import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { Filters } from "~/http/parts/finding/filters";
import { Hits } from "~/http/parts/finding/hits";
import { Narrowed } from "~/http/parts/finding/narrowed";
import { useLocale } from "~/http/page/use-locale";
import { readSearchPage } from "~/http/views/search-page";
import { href } from "~/paths";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Pager } from "~/ui/pager/pager";
import { SearchBox } from "~/ui/search-box/search-box";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction<typeof loader> = (at) => [
  ...titleOf(at, at.data?.query ? "search:titleFor" : "search:title", { query: at.data?.query ?? "" }),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  return readSearchPage(locale, new URL(args.request.url).searchParams);
}

export default function Search() {
  const { t } = useTranslation(["search", "common", "entry"]);
  const locale = useLocale();
  const { query, total, more, facets, places, hits, number, size, filtered, followedAs } =
    useLoaderData<typeof loader>();
  const params = new URLSearchParams(useLocation().search);
  if (params.has("q")) params.set("q", query);
  const hrefOf = (page: number) => {
    const next = new URLSearchParams(params);
    next.set("page", String(page));
    return `?${next}`;
  };
  const moreOf = (kind: string) => {
    const next = new URLSearchParams(params);
    next.delete("page");
    next.set("kind", kind);
    return { href: `?${next}`, count: facets.kind.find(({ value }) => value === kind)?.count ?? 0 };
  };
  return (
    <>
      <div className="search-head">
        <PageHead title={t("title")} lead={t("lead")} />
        <SearchBox id="search-q" action={href(locale, "search")} value={query} />
      </div>
      <output>{t(more ? "common:resultsMore" : "common:results", { count: total })}</output>
      {hits.length > 0 && hits.every(({ match }) => match === "approximate") ? (
        <Notice>{t("approximate")}</Notice>
      ) : null}
      {hits.length === 0 ? (
        <Notice title={t("none.title")}>
          <p>
            {t("none.text")} <a href={href(locale, "places")}>{t("common:nav.places")}</a>
          </p>
        </Notice>
      ) : null}
      {total === 0 && !filtered ? null : (
        <Narrowed
          filters={
            <>
              <Filters
                title={t("facet.kind")}
                name="kind"
                counts={facets.kind}
                label={(value) => t(`common:kind.${value}`)}
                query={params}
              />
              <Filters
                title={t("facet.function")}
                name="function"
                counts={facets.function}
                label={(value) => t(`common:function.${value}`)}
                query={params}
              />
              <Filters
                title={t("facet.place")}
                name="place"
                counts={facets.place}
                label={(value) => places[value] ?? value}
                query={params}
              />
              <Filters
                title={t("facet.year")}
                name="year"
                counts={facets.year}
                label={(value) => value}
                query={params}
              />
              <Filters
                title={t("facet.state")}
                name="state"
                counts={facets.state}
                label={(value) => t(`common:state.${value}`)}
                query={params}
              />
              {filtered ? <a href={`?${new URLSearchParams({ q: query })}`}>{t("clear")}</a> : null}
            </>
          }
        >
          <Hits hits={hits} moreOf={moreOf} />
          {followedAs ? (
            <p>
              <a href={`${href(locale, "follow")}?${followedAs}`}>{t("follow")}</a> ·{" "}
              <a href={`${href(locale, "feed")}?${followedAs}`}>{t("entry:feed")}</a>
            </p>
          ) : null}
          <Pager number={number} size={size} total={total} hrefOf={hrefOf} />
        </Narrowed>
      )}
    </>
  );
}
