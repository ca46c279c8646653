import { useTranslation } from "react-i18next";
import { locales } from "~/domain/kernel/locale";
import type { FormFaults } from "~/http/form/form";
import { useLocale } from "~/http/page/use-locale";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Select, TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import type { Team } from "./team-tables";

/** Who is asked to join which team, and until when. */
export function JoinForm({ teams, sent }: { teams: Team[]; sent: FormFaults | undefined }) {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const labels = {
    organisation: t("grant.organisation"),
    name: t("people.name"),
    email: t("people.email"),
    locale: t("people.language"),
    until: t("grant.until"),
    role: t("grant.role"),
  };
  const at = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: sent?.faults[name],
    defaultValue: sent?.typed[name],
  });
  const [only, ...more] = teams;
  const roles = [...new Set(teams.flatMap((team) => (team.roles.length > 1 ? team.roles : [])))];
  return (
    <>
      <ErrorSummary faults={sent?.faults} labels={labels} />
      <Form>
        {more.length === 0 ? (
          <input type="hidden" name="organisation" value={only?.organisation} />
        ) : (
          <Select
            {...at("organisation")}
            required
            emptyLabel={t("enquiry:choose")}
            options={teams.map(({ organisation, names }) => ({ value: organisation, label: names[locale] }))}
          />
        )}
        {roles.length > 0 ? (
          <Select
            {...at("role")}
            emptyLabel="–"
            options={roles.map((role) => ({ value: role, label: t(`session:role.${role}`) }))}
          />
        ) : null}
        <TextField {...at("name")} required />
        <TextField {...at("email")} type="email" required />
        <Select
          {...at("locale")}
          required
          emptyLabel={t("enquiry:choose")}
          options={locales.map((value) => ({ value, label: t(`enquiry:language.${value}`) }))}
        />
        <TextField {...at("until")} type="date" hint={t("grant.untilHint")} />
        <div>
          <Button>{t("team:join.go")}</Button>
        </div>
      </Form>
    </>
  );
}
