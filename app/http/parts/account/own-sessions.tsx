import { useTranslation } from "react-i18next";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Table } from "~/ui/table/table";

type Session = {
  id: string;
  browser: string;
  system: string;
  network: string;
  createdAt: Date;
  seenAt: Date;
  isThis: boolean;
};

/** Where one is signed in, each with the button that ends it. */
export function OwnSessions({ sessions, canEndOthers }: { sessions: Session[]; canEndOthers: boolean }) {
  const { t } = useTranslation("account");
  const locale = useLocale();
  return (
    <>
      <Table
        caption={t("sessions.title")}
        hideCaption
        head={[
          t("sessions.device"),
          t("sessions.network"),
          t("sessions.created"),
          t("sessions.seen"),
          t("sessions.end"),
        ]}
        rows={sessions.map(({ id, browser, system, network, createdAt, seenAt, isThis }) => {
          const device = t("device.on", { browser: t(`browser.${browser}`), system: t(`system.${system}`) });
          return [
            <span key="device" className="desk-marks">
              {device}
              {isThis ? <Badge>{t("sessions.this")}</Badge> : null}
            </span>,
            network || "–",
            formatTime(createdAt, locale),
            formatTime(seenAt, locale),
            <Form key="end" action={href(locale, "accountSession", { id })} inline>
              <Button variant="quiet">
                {t(isThis ? "sessions.endThis" : "sessions.endOne")}
                <span className="unseen">{` ${device}`}</span>
              </Button>
            </Form>,
          ];
        })}
      />
      <p className="soft">{t("sessions.times")}</p>
      {canEndOthers && sessions.length > 1 ? (
        <Form action={href(locale, "accountOthers")}>
          <div>
            <Button variant="danger">{t("sessions.endOthers")}</Button>
          </div>
        </Form>
      ) : null}
    </>
  );
}
