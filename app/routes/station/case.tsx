import { useTranslation } from "react-i18next";
import type { readAsStaff } from "~/domain/enquiry/desk.server";
import { regionName } from "~/domain/enquiry/regions";
import { topicName } from "~/domain/enquiry/topics";
import { languageTag } from "~/domain/kernel/locale";
import { useLocale } from "~/http/page/use-locale";
import { Badge } from "~/ui/badge/badge";
import { Facts } from "~/ui/facts/facts";
import { Notice } from "~/ui/notice/notice";
import { Thread } from "~/ui/prose/thread";
import { When } from "./when";

export type StaffCase = NonNullable<Awaited<ReturnType<typeof readAsStaff>>>;

/** What the form asked by choice: codes, no words. */
export function CaseFacts({ enquiry }: { enquiry: StaffCase }) {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  return (
    <Facts
      items={[
        { term: t("desk.state"), detail: <Badge>{t(`state.${enquiry.state}`)}</Badge> },
        { term: t("desk.held"), detail: t(`held.${enquiry.held}`) },
        { term: t("desk.language"), detail: t(`language.${enquiry.locale}`) },
        { term: t("desk.topic"), detail: topicName(enquiry.topic, locale) },
        { term: t("desk.place"), detail: enquiry.place ? t(`county.${enquiry.place}`) : t("field.place.none") },
        { term: t("desk.region"), detail: regionName(enquiry.region, locale, (code) => t(`region.${code}`)) },
        { term: t("desk.nationality"), detail: t(`nationality.${enquiry.nationality}`) },
        { term: t("desk.contact"), detail: enquiry.contact ? t("desk.contactGiven") : t("desk.contactNone") },
        { term: t("event.submit"), detail: <When at={enquiry.createdAt} /> },
        { term: t("case.reads"), detail: t("case.readTimes", { count: enquiry.reads.count }) },
      ]}
    />
  );
}

/** The words, for the one who holds the enquiry. */
export function CaseWords({ enquiry }: { enquiry: StaffCase }) {
  const { t } = useTranslation("enquiry");
  if (!enquiry.words) {
    return (
      <Notice tone="private" title={t("desk.closedWords")}>
        <p>{t(`desk.closedWordsText.${enquiry.held === "colleague" ? "colleague" : "nobody"}`)}</p>
      </Notice>
    );
  }
  const said = enquiry.messages.map(({ at, side, ...message }) => ({
    ...message,
    side,
    who: t(`side.${side}`),
    when: <When at={at} />,
  }));
  return <Thread items={said} lang={languageTag[enquiry.locale]} />;
}
