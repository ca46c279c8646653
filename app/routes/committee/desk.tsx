import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pageNumber } from "~/domain/kernel/page";
import { listFor } from "~/domain/suggestion/suggestion.server";
import { states } from "~/domain/suggestion/suggestion";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { StateFilter } from "~/http/parts/suggestion/state-filter";
import { SuggestionList } from "~/http/parts/suggestion/suggestion-list";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { ButtonLink } from "~/ui/button/button";
import { PageHead } from "~/ui/page-head/page-head";

const filters = states.filter((state) => state !== "withdrawn");

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:committee.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "committee");
  const query = new URL(args.request.url).searchParams;
  const state = filters.find((one) => one === query.get("state"));
  return {
    state: state ?? null,
    page: await listFor(actor, "committee", state ? [state] : null, pageNumber(query.get("page"))),
  };
}

export default function CommitteeDesk() {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  const { state, page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("committee.title")} />
      <p>
        <ButtonLink href={href(locale, "committeeLeads")} variant="quiet">
          {t("committee.leads")}
        </ButtonLink>{" "}
        <ButtonLink href={href(locale, "committeeMembers")} variant="quiet">
          {t("membership:list.title")}
        </ButtonLink>
      </p>
      <StateFilter states={filters} state={state} />
      <SuggestionList
        page={page}
        caption={t("committee.title")}
        none={t("committee.none")}
        query={state ? { state } : {}}
        addressOf={(reference) => href(locale, "committeeSuggestion", { reference })}
      />
    </>
  );
}
