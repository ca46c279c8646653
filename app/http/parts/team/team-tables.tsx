import { useTranslation } from "react-i18next";
import type { readTeams } from "~/domain/person/team/team.server";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Badge } from "~/ui/badge/badge";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Table } from "~/ui/table/table";

export type Team = NonNullable<Awaited<ReturnType<typeof readTeams>>>[number];

/** Who works for a team, and who was asked to, each to be let go of. */
export function TeamTables({ team: { names, roles, staff, invited } }: { team: Team }) {
  const { t } = useTranslation("team");
  const locale = useLocale();
  const people = `${t("staff")}: ${names[locale]}`;
  return (
    <>
      {staff.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Table
          caption={people}
          hideCaption
          head={(["name", "email", "from", "until", "end"] as const).map((key) => t(`column.${key}`))}
          rows={staff.map(({ id, name, email, role, from, until, ahead, off, can }) => [
            <InRole key="name" name={name} role={roles.length > 1 ? role : null} />,
            email,
            <span key="from">
              {formatTime(from, locale)} {ahead ? <Badge>{t("admin:person.ahead")}</Badge> : null}
              {off ? <Badge tone="warn">{t("admin:people.off")}</Badge> : null}
            </span>,
            until ? formatTime(until, locale) : t("admin:person.open"),
            can ? (
              <a
                key="end"
                href={href(locale, "teamEnd", { grant: id })}
                aria-label={`${t("column.end")}: ${name}, ${t(`session:role.${role}`)}`}
              >
                {t("column.end")}
              </a>
            ) : (
              "–"
            ),
          ])}
        />
      )}
      {invited.length > 0 ? (
        <>
          <h3>{t("invited")}</h3>
          <Table
            caption={`${t("invited")}: ${names[locale]}`}
            hideCaption
            head={[t("column.name"), t("column.email"), t("admin:invite.until"), t("admin:invite.end")]}
            rows={invited.map(({ id, name, email, role, expiresAt, returned }) => [
              <InRole key="name" name={name} role={roles.length > 1 ? role : null} />,
              <span key="email">
                {email} {returned ? <Badge tone="late">{t("admin:invite.returned")}</Badge> : null}
              </span>,
              formatTime(expiresAt, locale),
              <Form key="end" inline action={href(locale, "teamUninvite", { invitation: id })}>
                <Button variant="quiet" label={`${t("admin:invite.end")}: ${name}`}>
                  {t("admin:invite.end")}
                </Button>
              </Form>,
            ])}
          />
        </>
      ) : null}
    </>
  );
}

/** Somebody's name, with the profession in which they work where a team has several. */
function InRole({ name, role }: { name: string; role: string | null }) {
  const { t } = useTranslation("session");
  if (role === null) return name;
  return (
    <span className="desk-case">
      {name} <span className="soft">{t(`role.${role}`)}</span>
    </span>
  );
}
