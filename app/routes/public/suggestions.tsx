import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageTag } from "~/domain/kernel/locale";
import { pageNumber } from "~/domain/kernel/page";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { EntryCards } from "~/http/parts/entry-cards";
import { useLocale } from "~/http/page/use-locale";
import { readSuggestions } from "~/http/views/suggestions";
import { href, recordHref } from "~/paths";
import { formatDay } from "~/platform/i18n/format";
import { ButtonLink } from "~/ui/button/button";
import { Card, CardList } from "~/ui/card/card";
import { PageHead } from "~/ui/page-head/page-head";
import { Pager } from "~/ui/pager/pager";
import { Section } from "~/ui/section/section";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:public.list");

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  return readSuggestions(locale, pageNumber(new URL(args.request.url).searchParams.get("page")));
}

export default function Suggestions() {
  const { t } = useTranslation(["suggestion", "common"]);
  const locale = useLocale();
  const { page, examples } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("public.list")} lead={t("public.lead")} />
      <p>
        <ButtonLink href={href(locale, "suggest")}>{t("common:nav.suggest")}</ButtonLink>
      </p>
      <Section title={t("public.published")}>
        {page.total === 0 ? <p>{t("public.none")}</p> : null}
        <CardList>
          {page.items.map(({ reference, title, locale: language, function: fn, state, submittedAt }) => (
            <Card
              key={reference}
              href={recordHref(locale, "suggestion", reference)}
              title={title}
              lang={languageTag[language]}
              kicker={`${reference} · ${t(`common:function.${fn}`)}`}
            >
              <p>
                {formatDay(submittedAt, locale)} · {t(`state.${state}`)}
              </p>
            </Card>
          ))}
        </CardList>
        <Pager {...page} hrefOf={(number) => `?page=${number}`} />
      </Section>
      {page.number === 1 ? (
        <Section title={t("public.examples")}>
          <EntryCards entries={examples} />
        </Section>
      ) : null}
    </>
  );
}
