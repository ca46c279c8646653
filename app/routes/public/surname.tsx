import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { namesOf, spellingsOf } from "~/domain/surname/surname";
import { anyone } from "~/http/guards";
import { localeOfPath } from "~/http/page/language";
import { describe } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { EntryCards } from "~/http/parts/entry-cards";
import { Share } from "~/http/parts/share";
import { SurnameChips } from "~/http/parts/place/surname-chips";
import { SurnameSpellings } from "~/http/parts/place/surname-spellings";
import { found } from "~/http/refuse";
import { readSurnamePage } from "~/http/views/entry";
import { href, recordHref } from "~/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";
import { Columns } from "~/ui/stack/stack";

export { publicHeaders as headers } from "~/http/page/headers";

export const meta: MetaFunction<typeof loader> = (at) =>
  at.data
    ? describe(
        at,
        namesOf(at.data.surname)[localeOfPath(at.location.pathname)],
        spellingsOf(at.data.surname).join(", "),
      )
    : [];

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  return found(await readSurnamePage(locale, args.params.slug ?? ""));
}

export default function SurnameRoute() {
  const { t } = useTranslation("surname");
  const locale = useLocale();
  const { surname, alike, places, entries, address, qr } = useLoaderData<typeof loader>();
  const title = namesOf(surname)[locale];
  return (
    <>
      <Breadcrumbs items={[{ href: href(locale, "surnames"), label: t("title") }, { label: title }]} />
      <PageHead kicker={t("kicker")} title={title} lead={spellingsOf(surname).join(" · ")} />
      <Columns>
        <div>
          <Section title={t("places")}>
            {places.length === 0 ? <p>{t("none")}</p> : null}
            <ul className="chips">
              {places.map(({ slug, names }) => (
                <li key={slug}>
                  <a className="chip" href={recordHref(locale, "place", slug)}>
                    {names[locale]}
                  </a>
                </li>
              ))}
            </ul>
          </Section>
          <Section title={t("spellings")}>
            <SurnameSpellings surname={surname} />
            <p className="soft">{t("source")}</p>
          </Section>
          {alike.length > 0 ? (
            <Section title={t("alike")}>
              <SurnameChips surnames={alike} />
            </Section>
          ) : null}
        </div>
        <div>
          <Share address={address} qr={qr} record={`surname:${surname.slug}`} />
        </div>
      </Columns>
      {entries.length > 0 ? (
        <Section title={t("entries")}>
          <EntryCards entries={entries} withKind />
        </Section>
      ) : null}
    </>
  );
}
