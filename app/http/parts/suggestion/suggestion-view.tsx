import { useTranslation } from "react-i18next";
import { languageTag } from "~/domain/kernel/locale";
import type { View } from "~/domain/suggestion/suggestion.server";
import { useLocale } from "~/http/page/use-locale";
import { href, recordHref } from "~/paths";
import { formatDay, formatSize } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { Facts } from "~/ui/facts/facts";
import { PageHead } from "~/ui/page-head/page-head";
import { Multiline } from "~/ui/prose/prose";
import { Section } from "~/ui/section/section";
import { SuggestionNext } from "./suggestion-next";
import { UnitContact } from "./unit-contact";

const desks = {
  member: { desk: "memberDesk", page: "memberSuggestion", title: "desk.title" },
  committee: { desk: "committeeDesk", page: "committeeSuggestion", title: "committee.title" },
  supervision: { desk: "supervisionDesk", page: "supervisionSuggestion", title: "supervision.desk" },
  unit: { desk: "unitDesk", page: "unitSuggestion", title: "unit.desk" },
} as const;

/** A suggestion's head: its number, its title, how it stands, what comes next, who handles it and by when. */
export function SuggestionHead({ view, step }: { view: View; step?: string }) {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  const { suggestion, overdue, role } = view;
  const { reference } = suggestion;
  const { desk, page, title } = desks[role];
  const trail = [{ href: href(locale, desk), label: t(title) }];
  return (
    <>
      <Breadcrumbs
        items={
          step
            ? [...trail, { href: href(locale, page, { reference }), label: reference }, { label: step }]
            : [...trail, { label: reference }]
        }
      />
      <PageHead kicker={reference} title={suggestion.title} lang={languageTag[suggestion.locale]}>
        <p className="chips">
          <Badge>{t(`state.${suggestion.state}`)}</Badge>
          {overdue ? <Badge tone="late">{t("overdue")}</Badge> : null}
        </p>
      </PageHead>
      <SuggestionNext view={view} />
      <SuggestionFacts view={view} />
    </>
  );
}

function SuggestionFacts({ view }: { view: View }) {
  const { t } = useTranslation(["suggestion", "common", "enquiry"]);
  const locale = useLocale();
  const { suggestion, units, author, rating } = view;
  const { reference, placeSlug, dueOn, reply, publishedAt, submittedAt } = suggestion;
  const unit = units.find(({ slug }) => slug === suggestion.unitSlug);
  const published = publishedAt ? (
    <a href={recordHref(locale, "suggestion", reference)}>{t("consent.published")}</a>
  ) : (
    t(suggestion.publishable ? "consent.yes" : "consent.no")
  );
  return (
    <Facts
      items={[
        { term: t("author"), detail: author },
        { term: t("list.submitted"), detail: formatDay(submittedAt, locale) },
        { term: t("unit.title"), detail: unit ? <UnitContact unit={unit} /> : null },
        { term: t("due"), detail: dueOn ? formatDay(dueOn, locale) : null },
        { term: t("field.function"), detail: t(`common:function.${suggestion.function}`) },
        { term: t("field.place"), detail: placeSlug ? t(`enquiry:county.${placeSlug}`) : t("field.placeNone") },
        { term: t("reply.class"), detail: reply ? t(`class.${reply.class}`) : null },
        { term: t("rated"), detail: rating ? t(`rated_as.${rating}`) : null },
        { term: t("publication.title"), detail: published },
      ]}
    />
  );
}

/** What the member wrote, with its files. */
export function SuggestionText({ view }: { view: View }) {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  const { suggestion, files } = view;
  return (
    <>
      {(["matter", "analysis", "measures"] as const).map((part) => (
        <Section key={part} title={t(`field.${part}`)}>
          <Multiline text={suggestion[part]} lang={languageTag[suggestion.locale]} />
        </Section>
      ))}
      {files.length > 0 ? (
        <Section title={t("files")}>
          <ul className="plain-list">
            {files.map(({ id, name, size }) => (
              <li key={id}>
                <a href={href(locale, "suggestionFile", { id })}>{name}</a> ({formatSize(size, locale)})
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** The reply that stands. */
export function SuggestionReply({ view: { suggestion } }: { view: View }) {
  const { t } = useTranslation("suggestion");
  const { reply } = suggestion;
  if (!reply) return null;
  return (
    <Section title={t("reply.title")} id="reply">
      <Multiline text={reply.text} lang={languageTag[reply.locale]} />
    </Section>
  );
}
