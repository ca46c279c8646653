import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { languageTag } from "~/domain/kernel/locale";
import { anyone } from "~/http/guards";
import { localeOfPath } from "~/http/page/language";
import { describe } from "~/http/page/meta";
import { EntryArticle } from "~/http/parts/entry-article";
import { Share } from "~/http/parts/share";
import { UnitContact } from "~/http/parts/suggestion/unit-contact";
import { found } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { readPublicSuggestion } from "~/http/views/suggestions";
import { href, recordHref } from "~/paths";
import { formatDay } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { Facts } from "~/ui/facts/facts";
import { PageHead } from "~/ui/page-head/page-head";
import { Multiline } from "~/ui/prose/prose";
import { Section } from "~/ui/section/section";
import { Columns } from "~/ui/stack/stack";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction<typeof loader> = (at) => {
  const { entry, published } = at.data ?? {};
  if (entry) return describe(at, entry.entry.names[localeOfPath(at.location.pathname)]);
  return published ? describe(at, published.title) : [];
};

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  return found(await readPublicSuggestion(locale, args.params.slug ?? ""));
}

export default function PublicSuggestionRoute() {
  const { t } = useTranslation(["suggestion", "common"]);
  const locale = useLocale();
  const { entry, published } = useLoaderData<typeof loader>();
  if (entry) return <EntryArticle {...entry} />;
  const { reference, title, state, reply, locale: language } = published;
  const note = language === locale ? null : <Badge>{t("common:notTranslated")}</Badge>;
  return (
    <>
      <Breadcrumbs items={[{ href: href(locale, "suggestions"), label: t("public.list") }, { label: reference }]} />
      <PageHead kicker={reference} title={title} lang={languageTag[language]}>
        <p className="chips">
          <Badge>{t(`state.${state}`)}</Badge>
          {note}
        </p>
      </PageHead>
      <Columns>
        <div>
          {reply ? (
            <Section title={t("reply.title")} id="reply">
              <Multiline text={reply.text} lang={languageTag[reply.locale]} />
            </Section>
          ) : null}
          {(["matter", "analysis", "measures"] as const).map((part) => (
            <Section key={part} title={t(`field.${part}`)}>
              <Multiline text={published[part]} lang={languageTag[language]} />
            </Section>
          ))}
        </div>
        <div>
          <PublishedFacts published={published} />
          <Share address={published.address} qr={published.qr} record={`suggestion:${reference}`} />
        </div>
      </Columns>
    </>
  );
}

type Published = NonNullable<Awaited<ReturnType<typeof readPublicSuggestion>>>["published"];

/** Who handled it, when each step was, and how it ended. Who wrote it is not said. */
function PublishedFacts({ published }: { published: NonNullable<Published> }) {
  const { t } = useTranslation(["suggestion", "common"]);
  const locale = useLocale();
  const { unit, submittedAt, assignedAt, reply, rating, places } = published;
  return (
    <Facts
      items={[
        { term: t("unit.title"), detail: unit ? <UnitContact unit={unit} /> : null },
        { term: t("list.submitted"), detail: formatDay(submittedAt, locale) },
        { term: t("verb.assign"), detail: assignedAt ? formatDay(assignedAt, locale) : null },
        { term: t("verb.reply"), detail: reply ? formatDay(reply.at, locale) : null },
        { term: t("reply.class"), detail: reply ? t(`class.${reply.class}`) : null },
        { term: t("rated"), detail: rating ? t(`rated_as.${rating}`) : null },
        { term: t("field.function"), detail: t(`common:function.${published.function}`) },
        ...places.map(({ slug, names }) => ({
          term: t("field.place"),
          detail: <a href={recordHref(locale, "place", slug)}>{names[locale]}</a>,
        })),
      ]}
    />
  );
}
