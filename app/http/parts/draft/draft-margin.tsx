import { useTranslation } from "react-i18next";
import type { Entry } from "~/domain/catalogue/entry";
import { factsOf } from "~/domain/catalogue/draft/draft";
import type { View } from "~/domain/catalogue/draft/drafts.server";
import { useLocale } from "~/http/page/use-locale";
import { BeijingTime } from "~/http/parts/beijing-time";
import { languageNames } from "~/http/parts/suggestion/suggestion-fields";
import { href, recordHref } from "~/paths";
import { formatDay } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { ButtonLink } from "~/ui/button/button";
import { Facts } from "~/ui/facts/facts";
import { Multiline } from "~/ui/prose/prose";
import { Section } from "~/ui/section/section";
import { Steps } from "~/ui/steps/steps";

/** What a draft says in no language, and what is published instead where that differs. */
export function DraftFacts({ view }: { view: View }) {
  const { t } = useTranslation("draft");
  const locale = useLocale();
  const { draft, entry, places, placesPublished } = view;
  const { reference, content } = draft;
  const isSame = entry !== null && JSON.stringify(factsOf(entry)) === JSON.stringify(factsOf(content));
  return (
    <Section
      title={t("facts.title")}
      aside={
        view.can.describe ? (
          <ButtonLink href={href(locale, "editorFacts", { reference })} variant="quiet">
            {t("facts.change")}
          </ButtonLink>
        ) : null
      }
    >
      <p className="chips">
        <Badge tone={isSame ? undefined : "good"}>
          {t(isSame ? "text.same" : entry ? "text.changed" : "text.added")}
        </Badge>
      </p>
      <FactsShown entry={content} places={places} isPublished={entry !== null} />
      {entry && !isSame ? (
        <details>
          <summary>{t("text.published")}</summary>
          <FactsShown entry={entry} places={placesPublished} isPublished />
        </details>
      ) : null}
    </Section>
  );
}

type Shown = { entry: Entry; places: string[]; isPublished: boolean };

function FactsShown({ entry, places, isPublished }: Shown) {
  const { t } = useTranslation(["draft", "entry", "common"]);
  const locale = useLocale();
  const { slug, kind, sources } = entry;
  const { function: fn, year, state, unconfirmed, aliases, searchWords, start, end } = factsOf(entry);
  const cited = sources.map(({ id, note }) => [t(`entry:source.${id}`), note?.[locale]].filter(Boolean).join(" · "));
  const days = [start, end].flatMap((day) => (day ? [formatDay(day, locale)] : []));
  return (
    <Facts
      items={[
        { term: t("new.slug"), detail: isPublished ? <a href={recordHref(locale, kind, slug)}>{slug}</a> : slug },
        { term: t("entry:function"), detail: fn ? t(`common:function.${fn}`) : null },
        { term: t("facts.years"), detail: year },
        { term: t("entry:date"), detail: days.join(" – ") },
        { term: t("facts.state"), detail: state ? t(`common:state.${state}`) : null },
        { term: t("common:unconfirmed"), detail: unconfirmed ? t("facts.unconfirmed") : null },
        { term: t("facts.aliases"), detail: aliases.join(" · ") },
        { term: t("facts.searchWords"), detail: searchWords.join(" · ") },
        { term: t("entry:places"), detail: places.join(" · ") },
        { term: t("entry:sources"), detail: cited.join(" · ") },
      ]}
    />
  );
}

/** Every step of a draft: what happened, by whom, when in Beijing, and in which words. */
export function DraftSteps({ view }: { view: View }) {
  const { t } = useTranslation("draft");
  const items = view.events.map(({ verb, language, by, at, words }, index) => ({
    title: t(`verb.${verb}`, { language: language ? languageNames[language] : "" }),
    when: (
      <>
        {by} · <BeijingTime at={at} />
      </>
    ),
    text: words ? <Multiline text={words} /> : null,
    state: index === view.events.length - 1 ? ("now" as const) : ("done" as const),
  }));
  return (
    <Section title={t("steps")}>
      <Steps items={items} />
    </Section>
  );
}
