import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pageNumber } from "~/domain/kernel/page";
import { handled } from "~/domain/suggestion/suggestion";
import { listFor } from "~/domain/suggestion/suggestion.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { StateFilter } from "~/http/parts/suggestion/state-filter";
import { SuggestionList } from "~/http/parts/suggestion/suggestion-list";
import { href } from "~/paths";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:supervision.desk");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "supervision");
  const query = new URL(args.request.url).searchParams;
  const state = handled.find((one) => one === query.get("state")) ?? null;
  return { state, page: await listFor(actor, "supervision", state && [state], pageNumber(query.get("page"))) };
}

export default function SupervisionDesk() {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  const { state, page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("supervision.desk")} lead={t("supervision.lead")} />
      <StateFilter states={handled} state={state} />
      <SuggestionList
        page={page}
        caption={t("supervision.desk")}
        none={t("committee.none")}
        query={state ? { state } : {}}
        addressOf={(reference) => href(locale, "supervisionSuggestion", { reference })}
      />
    </>
  );
}
