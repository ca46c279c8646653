import type { readCase } from "~/domain/enquiry/enquiry.server";
import { topicName } from "~/domain/enquiry/topics";
import type { Locale } from "~/domain/kernel/locale";
import { formatTime } from "~/platform/i18n/format";
import { words } from "~/platform/i18n/i18n";

type Case = NonNullable<Awaited<ReturnType<typeof readCase>>>;

/** An enquiry as plain text, marked as UTF-8 and with the line ends that every system's simplest editor understands. */
export function caseCopy({ reference, topic, place, state, messages }: Case, locale: Locale): string {
  const t = words(locale, "enquiry");
  const when = (at: Date) => t("time.beijing", { time: formatTime(at, locale) });
  const facts: [string, string][] = [
    [t("reference"), reference],
    [t("field.topic.label"), topicName(topic, locale)],
    [t("field.place.label"), t(place ? `county.${place}` : "field.place.none")],
    [t("desk.state"), t(`state.${state}`)],
  ];
  const said = messages.map(({ side, profession, at, text }) => {
    const who = [t(`side.${side}`), profession ? words(locale, "session")(`role.${profession}`) : ""].filter(Boolean);
    return `── ${[...who, when(at)].join(" · ")}\n\n${text}`;
  });
  const head = [t("station"), ...facts.map(([term, detail]) => t("copy.line", { term, detail }))].join("\n");
  return `\uFEFF${[head, ...said, "──", t("disclaimer.text")].join("\n\n")}\n`.replaceAll("\n", "\r\n");
}
