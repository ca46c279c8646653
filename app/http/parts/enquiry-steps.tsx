import { useTranslation } from "react-i18next";
import type { Happening } from "~/domain/enquiry/history.server";
import { Steps } from "~/ui/steps/steps";
import { BeijingTime } from "./beijing-time";

/** What happened to an enquiry, in order, with the reason where a step has one. */
export function EnquirySteps({ events }: { events: Happening[] }) {
  const { t } = useTranslation("enquiry");
  const items = events.map(({ verb, reason, at }) => ({
    title: t(`event.${verb}`),
    when: <BeijingTime at={at} />,
    ...(reason ? { text: t(`${verb === "take_over" ? "takeOver" : "exit"}.${reason}`) } : {}),
  }));
  return <Steps items={items} />;
}
