import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { anyone } from "~/http/guards";
import { localeOfPath } from "~/http/page/language";
import { describe } from "~/http/page/meta";
import { EntryCards } from "~/http/parts/entry-cards";
import { PlaceNames } from "~/http/parts/place/place-names";
import { SurnameChips } from "~/http/parts/place/surname-chips";
import { Share } from "~/http/parts/share";
import { found } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { readPlacePage } from "~/http/views/entry";
import { href, recordHref } from "~/paths";
import { Badge } from "~/ui/badge/badge";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";
import { Columns } from "~/ui/stack/stack";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction<typeof loader> = (at) =>
  at.data ? describe(at, at.data.place.names[localeOfPath(at.location.pathname)]) : [];

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  return found(await readPlacePage(locale, args.params.slug ?? ""));
}

export default function PlaceRoute() {
  const { t } = useTranslation(["place", "common"]);
  const locale = useLocale();
  const { place, chain, children, entries, more, families, address, qr } = useLoaderData<typeof loader>();
  const crumbs = chain.map(({ slug, names }) => ({ href: recordHref(locale, "place", slug), label: names[locale] }));
  return (
    <>
      <Breadcrumbs
        items={[{ href: href(locale, "places"), label: t("title") }, ...crumbs, { label: place.names[locale] }]}
      />
      <PageHead kicker={t(`type.${place.type}`)} title={place.names[locale]} lead={place.outside?.[locale]}>
        {place.unconfirmed ? (
          <p>
            <Badge tone="unconfirmed">{t("common:unconfirmed")}</Badge>
          </p>
        ) : null}
      </PageHead>
      {place.notes ? <Notice title={t("note")}>{place.notes[locale]}</Notice> : null}
      <Columns>
        <div>
          <Section title={t("alsoCalled")}>
            <PlaceNames place={place} />
          </Section>
          {children.length > 0 ? (
            <Section title={t("inside")}>
              <ul className="chips">
                {children.map(({ slug, names }) => (
                  <li key={slug}>
                    <a className="chip" href={recordHref(locale, "place", slug)}>
                      {names[locale]}
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
        </div>
        <div>
          {families.length > 0 ? (
            <Section title={t("families")}>
              <SurnameChips surnames={families} />
            </Section>
          ) : null}
          <Share address={address} qr={qr} record={`place:${place.slug}`} />
        </div>
      </Columns>
      <Section title={t("entries")}>
        {entries.length > 0 ? <EntryCards entries={entries} withKind /> : <p>{t("none")}</p>}
        {more ? (
          <p>
            <a href={`${href(locale, "search")}?place=${place.slug}`}>{t("more")}</a>
          </p>
        ) : null}
      </Section>
    </>
  );
}
