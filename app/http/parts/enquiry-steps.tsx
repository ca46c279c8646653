import { useTranslation } from "react-i18next";
import type { Happening, Message } from "~/domain/enquiry/history.server";
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

/** Who wrote a message: the side, and beside an answer the profession in which it was written. */
export function useSpeaker(): (message: Pick<Message, "side" | "profession">) => string {
  const { t } = useTranslation(["enquiry", "session"]);
  return ({ side, profession }) =>
    [t(`side.${side}`), profession ? t(`session:role.${profession}`) : ""].filter(Boolean).join(" · ");
}
