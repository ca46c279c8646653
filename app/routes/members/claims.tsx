import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { checkedStates } from "~/domain/membership/claim/claim";
import { claims } from "~/domain/membership/claim/claim.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { formatDay } from "~/platform/i18n/format";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Pager } from "~/ui/pager/pager";
import { Table } from "~/ui/table/table";

export const meta: MetaFunction = (at) => titleOf(at, "membership:claims.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "committee");
  return found(await claims(actor, new URL(args.request.url).searchParams));
}

export default function Claims() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const { state, page } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "committeeMembers")}>{t("list.title")}</a>}
        title={t("claims.title")}
        lead={t("claims.lead")}
      />
      {query.has("declined") ? <Notice tone="good">{t("claims.saidNo")}</Notice> : null}
      <nav aria-label={t("field.state")}>
        <ul className="chips">
          {checkedStates.map((one) => (
            <li key={one}>
              <a className="chip" href={`?state=${one}`} aria-current={one === state ? "true" : undefined}>
                {t(`claims.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {page.items.length === 0 ? (
        <p>{t("claims.none")}</p>
      ) : (
        <Table
          caption={t("claims.title")}
          hideCaption
          head={[t("field.name"), t("field.kind"), t("field.session"), t("claims.since")]}
          rows={page.items.map(({ id, name, nameLatin, kind, session, at }) => [
            <a key="name" className="desk-case" href={href(locale, "committeeClaim", { claim: id })}>
              {[name, nameLatin].filter(Boolean).join(" ")}
            </a>,
            t(`kind.${kind}`),
            t("term", { session }),
            formatDay(at, locale),
          ])}
        />
      )}
      <Pager {...page} hrefOf={(number) => `?state=${state}&page=${number}`} />
    </>
  );
}
