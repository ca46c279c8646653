import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { pageNumber } from "~/domain/kernel/page";
import { listFor } from "~/domain/suggestion/suggestion.server";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { SuggestionList } from "~/http/parts/suggestion/suggestion-list";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:unit.desk");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "unit");
  return { page: await listFor(actor, "unit", null, pageNumber(new URL(args.request.url).searchParams.get("page"))) };
}

export default function UnitDesk() {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  const { page } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("unit.desk")} />
      <SuggestionList
        page={page}
        caption={t("unit.desk")}
        none={t("unit.none")}
        addressOf={(reference) => href(locale, "unitSuggestion", { reference })}
      />
    </>
  );
}
