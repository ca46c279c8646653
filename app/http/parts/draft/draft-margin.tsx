import { useTranslation } from "react-i18next";
import { factsOf } from "~/domain/catalogue/draft/draft";
import type { View } from "~/domain/catalogue/draft/drafts.server";
import { useLocale } from "~/http/page/use-locale";
import { languageNames } from "~/http/parts/suggestion/suggestion-fields";
import { href, recordHref } from "~/paths";
import { formatDay, formatTime } from "~/platform/i18n/format";
import { ButtonLink } from "~/ui/button/button";
import { Facts } from "~/ui/facts/facts";
import { Multiline } from "~/ui/prose/prose";
import { Moment } from "~/ui/prose/thread";
import { Section } from "~/ui/section/section";
import { Steps } from "~/ui/steps/steps";

/** What a draft says in no language, and where it is from. */
export function DraftFacts({ view }: { view: View }) {
  const { t } = useTranslation(["draft", "entry", "common"]);
  const locale = useLocale();
  const { reference, content } = view.draft;
  const { slug, kind, sources } = content;
  const { function: fn, year, state, unconfirmed, aliases, start, end } = factsOf(content);
  const others = sources.map(({ id, note }) => [t(`entry:source.${id}`), note?.[locale]].filter(Boolean).join(" · "));
  const days = [start, end].flatMap((day) => (day ? [formatDay(day, locale)] : []));
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
      <Facts
        items={[
          { term: t("new.slug"), detail: view.entry ? <a href={recordHref(locale, kind, slug)}>{slug}</a> : slug },
          { term: t("entry:function"), detail: fn ? t(`common:function.${fn}`) : null },
          { term: t("facts.years"), detail: year },
          { term: t("entry:date"), detail: days.join(" – ") },
          { term: t("facts.state"), detail: state ? t(`common:state.${state}`) : null },
          { term: t("common:unconfirmed"), detail: unconfirmed ? t("facts.unconfirmed") : null },
          { term: t("facts.aliases"), detail: aliases.join(" · ") },
          { term: t("entry:places"), detail: view.places.join(" · ") },
          { term: t("entry:sources"), detail: others.join(" · ") },
        ]}
      />
    </Section>
  );
}

/** Every step of a draft: what happened, by whom, when in Beijing, and in which words. */
export function DraftSteps({ view }: { view: View }) {
  const { t } = useTranslation(["draft", "enquiry"]);
  const locale = useLocale();
  const items = view.events.map(({ verb, language, by, at, words }, index) => ({
    title: t(`verb.${verb}`, { language: language ? languageNames[language] : "" }),
    when: (
      <>
        {by} ·{" "}
        <Moment
          at={at}
          text={t("enquiry:time.beijing", { time: formatTime(at, locale) })}
          own={t("enquiry:time.yours", { time: "{time}" })}
        />
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
