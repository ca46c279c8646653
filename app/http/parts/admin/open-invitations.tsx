import { useTranslation } from "react-i18next";
import type { Role } from "~/domain/kernel/actor";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Table } from "~/ui/table/table";

type Props = {
  invitations: { id: string; name: string; email: string; role: Role | null; expiresAt: string | Date }[];
};

/** The invitations that nobody has taken up yet, each to be taken back. */
export function OpenInvitations({ invitations }: Props) {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  if (invitations.length === 0) return <p>{t("invite.none")}</p>;
  return (
    <Table
      caption={t("invite.open")}
      hideCaption
      head={[t("people.name"), t("people.email"), t("grant.role"), t("invite.until"), t("invite.end")]}
      rows={invitations.map(({ id, name, email, role, expiresAt }) => [
        name,
        email,
        role ? t(`session:role.${role}`) : "–",
        formatTime(expiresAt, locale),
        <Form key="end" inline action={href(locale, "adminUninvite", { invitation: id })}>
          <Button variant="quiet" label={`${t("invite.end")}: ${name}`}>
            {t("invite.end")}
          </Button>
        </Form>,
      ])}
    />
  );
}
