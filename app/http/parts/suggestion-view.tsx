import { useTranslation } from "react-i18next";
import { languageTag } from "~/domain/kernel/locale";
import type { View } from "~/domain/suggestion/suggestion.server";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { formatDay, formatSize, formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Facts } from "~/ui/facts/facts";
import { PageHead } from "~/ui/page-head/page-head";
import { Multiline } from "~/ui/prose/prose";
import { Section } from "~/ui/section/section";
import { Steps } from "~/ui/steps/steps";

/** A suggestion's head: its number, its title, how it stands, who handles it and by when. */
export function SuggestionHead({ view }: { view: View }) {
  const { t } = useTranslation(["suggestion", "common"]);
  const locale = useLocale();
  const { suggestion, units, author, overdue } = view;
  const unit = units.find(({ slug }) => slug === suggestion.unitSlug);
  return (
    <>
      <PageHead kicker={suggestion.reference} title={suggestion.title} lang={languageTag[suggestion.locale]}>
        <p className="chips">
          <Badge>{t(`state.${suggestion.state}`)}</Badge>
          {overdue ? <Badge tone="late">{t("overdue")}</Badge> : null}
        </p>
      </PageHead>
      <Facts
        items={[
          { term: t("author"), detail: author },
          { term: t("unit"), detail: unit?.names[locale] },
          { term: t("due"), detail: suggestion.dueOn ? formatDay(suggestion.dueOn, locale) : null },
          { term: t("field.function"), detail: t(`common:function.${suggestion.function}`) },
          { term: t("reply.class"), detail: suggestion.reply ? t(`class.${suggestion.reply.class}`) : null },
          { term: t("rated"), detail: suggestion.rating ? t(`rating.${suggestion.rating}`) : null },
        ]}
      />
    </>
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
      {suggestion.reply ? (
        <Section title={t("reply.title")}>
          <Multiline text={suggestion.reply.text} lang={languageTag[suggestion.reply.locale]} />
        </Section>
      ) : null}
    </>
  );
}

/** Every step with its time in Beijing. */
export function SuggestionSteps({ view }: { view: View }) {
  const { t } = useTranslation(["suggestion", "common"]);
  const locale = useLocale();
  const { events, units } = view;
  return (
    <Section title={t("steps")}>
      <Steps
        items={events.map(({ verb, at, words, particulars }, index) => {
          const unit = units.find(({ slug }) => slug === particulars.unit)?.names[locale];
          const details = [
            unit,
            particulars.dueOn ? `${t("due")} ${formatDay(particulars.dueOn, locale)}` : null,
            particulars.reason ? t(`reason.${particulars.reason}`) : null,
            particulars.class ? t(`class.${particulars.class}`) : null,
            particulars.rating ? t(`rating.${particulars.rating}`) : null,
          ].filter(Boolean);
          return {
            title: t(`verb.${verb}`),
            when: `${formatTime(at, locale)} (${t("common:beijingTime")})`,
            text: (
              <>
                {details.length > 0 ? <p>{details.join(" · ")}</p> : null}
                {words ? <Multiline text={words} /> : null}
              </>
            ),
            state: index === events.length - 1 ? "now" : "done",
          };
        })}
      />
    </Section>
  );
}
