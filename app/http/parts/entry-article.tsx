import { useTranslation } from "react-i18next";
import { languageTag, locales } from "~/domain/kernel/locale";
import { useLocale } from "~/http/page/use-locale";
import type { EntryPage } from "~/http/views/entry";
import { href, recordHref, sections } from "~/paths";
import { formatDay } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { ButtonLink } from "~/ui/button/button";
import { Facts } from "~/ui/facts/facts";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Prose } from "~/ui/prose/prose";
import { Section } from "~/ui/section/section";
import { Columns } from "~/ui/stack/stack";
import { Steps } from "~/ui/steps/steps";
import { EntryCards } from "./entry-cards";
import { FigureTable } from "./figure-table";
import { Share } from "./share";

/** The page of one published thing. */
export function EntryArticle({ entry, places, related, figures, updatedAt, address, qr }: EntryPage) {
  const { t } = useTranslation(["entry", "common"]);
  const locale = useLocale();
  const { kind, names, summary, body, steps, units } = entry;
  return (
    <>
      <Breadcrumbs
        items={[
          { href: href(locale, sections[kind]), label: t(`common:section.${sections[kind]}`) },
          { label: names[locale] },
        ]}
      />
      <PageHead kicker={t(`common:kind.${kind}`)} title={names[locale]} lead={summary[locale]}>
        <p className="chips">
          {entry.flags.includes("no1_proposal") ? <Badge tone="good">{t("no1")}</Badge> : null}
          {kind === "proposal" || kind === "issue" ? <Badge>{t("real")}</Badge> : null}
          {entry.state ? <Badge>{t(`common:state.${entry.state}`)}</Badge> : null}
          {entry.unconfirmed ? <Badge tone="unconfirmed">{t("common:unconfirmed")}</Badge> : null}
        </p>
      </PageHead>
      <Columns>
        <div>
          {entry.unconfirmed ? <Notice tone="warn">{t("unconfirmedText")}</Notice> : null}
          {body[locale].length > 0 ? <Prose paragraphs={body[locale]} /> : null}
          {kind === "station" || entry.slug === "legal-service-stations" ? (
            <p>
              <ButtonLink href={href(locale, "ask")}>{t("askStation")}</ButtonLink>
            </p>
          ) : null}
          {steps.length > 0 ? (
            <Section title={t("steps")}>
              <Steps items={steps.map(({ when, text }) => ({ title: text[locale], when: when?.[locale] }))} />
            </Section>
          ) : null}
          {units.length > 0 ? (
            <Section title={t("units")}>
              <ul className="plain-list">
                {units.map((unit) => (
                  <li key={unit.en}>{unit[locale]}</li>
                ))}
              </ul>
            </Section>
          ) : null}
          {figures.length > 0 ? (
            <Section title={t("figures")}>
              <FigureTable caption={t("figures")} figures={figures} />
            </Section>
          ) : null}
        </div>
        <div>
          <EntryFacts entry={entry} places={places} updatedAt={updatedAt} />
          <Share address={address} qr={qr} record={`${kind}:${entry.slug}`} />
        </div>
      </Columns>
      {related.length > 0 ? (
        <Section title={t("related")}>
          <EntryCards entries={related} withKind />
        </Section>
      ) : null}
    </>
  );
}

function EntryFacts({ entry, places, updatedAt }: Pick<EntryPage, "entry" | "places" | "updatedAt">) {
  const { t } = useTranslation(["entry", "common"]);
  const locale = useLocale();
  const { dates, names } = entry;
  const days = [dates.start, dates.end].flatMap((day) => (day ? [formatDay(day, locale)] : []));
  return (
    <Facts
      items={[
        {
          term: t("names"),
          detail: (
            <ul className="names">
              {locales
                .filter((lang) => lang !== locale)
                .map((lang) => (
                  <li key={lang} lang={languageTag[lang]}>
                    {names[lang]}
                  </li>
                ))}
            </ul>
          ),
        },
        { term: t("aliases"), detail: entry.aliases.join(" · ") },
        { term: t("asPrinted"), detail: entry.asPrinted ? <span lang="zh-Hans">{entry.asPrinted}</span> : null },
        { term: t("function"), detail: entry.function ? t(`common:function.${entry.function}`) : null },
        { term: t("year"), detail: entry.year },
        { term: t("date"), detail: days.join(" – ") },
        {
          term: t("places"),
          detail:
            places.length > 0 ? (
              <ul className="plain-list">
                {places.map((place) => (
                  <li key={place.slug}>
                    <a href={recordHref(locale, "place", place.slug)}>{place.names[locale]}</a>
                  </li>
                ))}
              </ul>
            ) : null,
        },
        {
          term: t("sources"),
          detail: (
            <ul className="names">
              {entry.sources.map(({ id, note }) => (
                <li key={id}>{`${t(`source.${id}`)}${note ? ` · ${note[locale]}` : ""}`}</li>
              ))}
            </ul>
          ),
        },
        { term: t("updated"), detail: formatDay(updatedAt, locale) },
      ]}
    />
  );
}
