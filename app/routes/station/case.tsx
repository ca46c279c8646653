import { useTranslation } from "react-i18next";
import type { readAsStaff } from "~/domain/enquiry/desk.server";
import { regionName } from "~/domain/enquiry/regions";
import { topicName } from "~/domain/enquiry/topics";
import type { Urgency } from "~/domain/enquiry/waiting";
import { languageTag } from "~/domain/kernel/locale";
import { useLocale } from "~/http/page/use-locale";
import { BeijingTime } from "~/http/parts/beijing-time";
import { useSpeaker } from "~/http/parts/enquiry-steps";
import { Badge } from "~/ui/badge/badge";
import { Facts } from "~/ui/facts/facts";
import { Notice } from "~/ui/notice/notice";
import { Thread } from "~/ui/prose/thread";

export type StaffCase = NonNullable<Awaited<ReturnType<typeof readAsStaff>>>;

/** How pressing it is, as a word: colour alone says nothing. */
export function UrgencyBadge({ urgency }: { urgency: Urgency }) {
  const { t } = useTranslation("enquiry");
  const tones = { fresh: "plain", soon: "warn", late: "late" } as const;
  return <Badge tone={tones[urgency]}>{t(`urgency.${urgency}`)}</Badge>;
}

/** What the form asked by choice: codes, no words. */
export function CaseFacts({ enquiry }: { enquiry: StaffCase }) {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const erased = enquiry.state === "erased";
  return (
    <Facts
      items={[
        { term: t("desk.state"), detail: <Badge>{t(`state.${enquiry.state}`)}</Badge> },
        { term: t("desk.urgency"), detail: enquiry.urgency && <UrgencyBadge urgency={enquiry.urgency} /> },
        { term: t("desk.owed"), detail: enquiry.owedSince && <BeijingTime at={enquiry.owedSince} /> },
        { term: t("desk.held"), detail: t(`held.${enquiry.held}`) },
        { term: t("desk.language"), detail: t(`language.${enquiry.locale}`) },
        { term: t("desk.topic"), detail: topicName(enquiry.topic, locale) },
        {
          term: t("desk.place"),
          detail: erased ? null : t(enquiry.place ? `county.${enquiry.place}` : "field.place.none"),
        },
        {
          term: t("desk.region"),
          detail: erased ? null : regionName(enquiry.region, locale, (code) => t(`region.${code}`)),
        },
        { term: t("desk.nationality"), detail: erased ? null : t(`nationality.${enquiry.nationality}`) },
        {
          term: t("desk.contact"),
          detail: erased ? null : t(enquiry.contact ? "desk.contactGiven" : "desk.contactNone"),
        },
        { term: t("event.submit"), detail: <BeijingTime at={enquiry.createdAt} /> },
        { term: t("case.reads"), detail: t("case.readTimes", { count: enquiry.reads.count }) },
      ]}
    />
  );
}

/** The words, for the one who holds the enquiry. */
export function CaseWords({ enquiry }: { enquiry: StaffCase }) {
  const { t } = useTranslation("enquiry");
  const speaker = useSpeaker();
  if (!enquiry.words) {
    const why = enquiry.state === "erased" ? "erased" : enquiry.held === "colleague" ? "colleague" : "nobody";
    return (
      <Notice tone="private" title={t("desk.closedWords")}>
        <p>{t(`desk.closedWordsText.${why}`)}</p>
        {enquiry.overdueFrom ? (
          <p>
            {t("desk.takeOverFrom")} <BeijingTime at={enquiry.overdueFrom} />
          </p>
        ) : null}
      </Notice>
    );
  }
  const said = enquiry.messages.map(({ at, side, profession, ...message }) => ({
    ...message,
    side,
    who: speaker({ side, profession }),
    when: <BeijingTime at={at} />,
  }));
  return (
    <>
      {enquiry.returned ? <Notice tone="warn">{t("desk.returned")}</Notice> : null}
      <Thread items={said} lang={languageTag[enquiry.locale]} />
    </>
  );
}
