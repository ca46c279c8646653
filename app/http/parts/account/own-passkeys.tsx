import { useTranslation } from "react-i18next";
import type { Locale } from "~/domain/kernel/locale";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Table } from "~/ui/table/table";

type Passkey = { id: string; browser: string; system: string; createdAt: Date; usedAt: Date | null };

/** The passkeys that open one's account, each with the button that removes it. */
export function OwnPasskeys({ passkeys, locale }: { passkeys: Passkey[]; locale: Locale }) {
  const { t } = useTranslation("account");
  return (
    <Table
      caption={t("passkeys.title")}
      hideCaption
      head={[t("sessions.device"), t("passkeys.created"), t("passkeys.used"), t("passkeys.remove")]}
      rows={passkeys.map(({ id, browser, system, createdAt, usedAt }) => [
        t("device.on", { browser: t(`browser.${browser}`), system: t(`system.${system}`) }),
        formatTime(createdAt, locale),
        usedAt ? formatTime(usedAt, locale) : "–",
        <Form key="end" action={href(locale, "accountPasskeyEnd", { id })} inline>
          <Button variant="quiet">{t("passkeys.remove")}</Button>
        </Form>,
      ])}
    />
  );
}
