import { useTranslation } from "react-i18next";
import type { readInvitations } from "~/domain/person/invitation/invitation.server";
import { useLocale } from "~/http/page/use-locale";
import { ListFinder } from "~/http/parts/list/finder";
import { ListTable } from "~/http/parts/list/list-table";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";

type Props = Pick<NonNullable<Awaited<ReturnType<typeof readInvitations>>>, "search" | "page">;

/** The invitations that nobody has taken up yet, each to be taken back. */
export function OpenInvitations({ search, page }: Props) {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  return (
    <>
      <ListFinder label={t("invite.search")} words={search.words} />
      <ListTable
        list="invitations"
        caption={t("invite.open")}
        none={t("invite.none")}
        sort={search.sort}
        page={page}
        columns={[
          { label: t("people.name"), sort: "name" },
          { label: t("people.email"), sort: "email" },
          { label: t("grant.role"), sort: "role" },
          { label: t("grant.organisation") },
          { label: t("invite.until"), sort: "until" },
          { label: t("invite.end") },
        ]}
        rows={page.items.map(({ id, name, email, role, organisation, expiresAt, returned }) => [
          name,
          <span key="email">
            {email} {returned ? <Badge tone="late">{t("invite.returned")}</Badge> : null}
          </span>,
          role ? t(`session:role.${role}`) : "–",
          organisation ?? "–",
          formatTime(expiresAt, locale),
          <Form key="end" inline action={href(locale, "adminUninvite", { invitation: id })}>
            <Button variant="quiet" label={`${t("invite.end")}: ${name}`}>
              {t("invite.end")}
            </Button>
          </Form>,
        ])}
      />
    </>
  );
}
