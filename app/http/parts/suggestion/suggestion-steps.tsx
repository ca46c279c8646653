import { useTranslation } from "react-i18next";
import { isLocale, languageTag } from "~/domain/kernel/locale";
import type { View } from "~/domain/suggestion/suggestion.server";
import { BeijingTime } from "~/http/parts/beijing-time";
import { useLocale } from "~/http/page/use-locale";
import { formatDay } from "~/platform/i18n/format";
import { Multiline } from "~/ui/prose/prose";
import { Section } from "~/ui/section/section";
import { Steps } from "~/ui/steps/steps";

type Happened = View["events"][number];

/** Every step: what happened, by whom, when in Beijing, and in which words; a reply that a later one replaced too. */
export function SuggestionSteps({ view }: { view: View }) {
  const { t } = useTranslation("suggestion");
  const { events, units } = view;
  const locale = useLocale();
  const lastReply = events.findLastIndex(({ verb }) => verb === "reply");
  const nameOf = (unit: string | null) => units.find(({ slug }) => slug === unit)?.names[locale];
  const byWhom = ({ actorRole, unit }: Happened) => (actorRole === "unit" && nameOf(unit)) || t(`by.${actorRole}`);
  const detailsOf = ({ particulars }: Happened) => [
    nameOf(particulars.unit ?? null),
    particulars.dueOn ? t("next.until", { day: formatDay(particulars.dueOn, locale) }) : null,
    particulars.acceptBy ? t("moved.acceptBy", { day: formatDay(particulars.acceptBy, locale) }) : null,
    particulars.was ? t("moved.was", { day: formatDay(particulars.was, locale) }) : null,
    particulars.kind ? t(`moved.${particulars.kind}`, { day: formatDay(particulars.day ?? "", locale) }) : null,
    particulars.more ? t("moved.more", { count: Number(particulars.more) }) : null,
    particulars.source ? t("moved.source", { source: particulars.source }) : null,
    particulars.reason ? t(`reason.${particulars.reason}`) : null,
    particulars.class ? t(`class.${particulars.class}`) : null,
    particulars.rating ? t(`rated_as.${particulars.rating}`) : null,
  ];
  const items = events.map((event, index) => {
    const { verb, at, words, particulars } = event;
    const details = detailsOf(event).filter(Boolean).join(" · ");
    const language = isLocale(particulars.locale) ? { lang: languageTag[particulars.locale] } : {};
    return {
      title: t(`verb.${verb}`),
      when: (
        <>
          {byWhom(event)} · <BeijingTime at={at} />
        </>
      ),
      text: (
        <>
          {details ? <p>{details}</p> : null}
          {words && index !== lastReply ? <Multiline text={words} {...language} /> : null}
        </>
      ),
      state: index === events.length - 1 ? ("now" as const) : ("done" as const),
    };
  });
  return (
    <Section title={t("steps")}>
      <Steps items={items} />
    </Section>
  );
}
