import { useTranslation } from "react-i18next";
import { heldFor } from "~/domain/person/policy";
import type { Localized } from "~/domain/kernel/locale";
import { grantable } from "~/domain/person/policy";
import type { FormFaults } from "~/http/form/form";
import { useLocale } from "~/http/page/use-locale";
import { Select, TextField } from "~/ui/field/field";

/** Those that roles are held for. */
const kinds = new Set(Object.values(heldFor));

const fields = ["role", "organisation", "from", "until"] as const;
type Props = {
  organisations: { slug: string; kind: string; names: Localized; open: boolean }[];
  sent: FormFaults | undefined;
};

/** What the fields of a role are called, for the summary of faults. */
export function useRoleLabels(): Record<(typeof fields)[number], string> {
  const { t } = useTranslation("admin");
  const [role, organisation, from, until] = fields.map((name) => t(`grant.${name}`));
  return { role: role ?? "", organisation: organisation ?? "", from: from ?? "", until: until ?? "" };
}

/** Which role, for which organisation, from when and until when. */
export function RoleFields({ organisations, sent }: Props) {
  const { t } = useTranslation("admin");
  const locale = useLocale();
  const labels = useRoleLabels();
  const at = (name: (typeof fields)[number]) => ({
    name,
    label: labels[name],
    error: sent?.faults[name],
    defaultValue: sent?.typed[name],
  });
  return (
    <>
      <Select
        {...at("role")}
        required
        emptyLabel={t("grant.choose")}
        options={grantable.map((value) => ({ value, label: t(`session:role.${value}`) }))}
      />
      <Select
        {...at("organisation")}
        hint={t("grant.organisationHint")}
        emptyLabel={t("grant.noOrganisation")}
        options={organisations
          .filter(({ kind, open }) => open && kinds.has(kind))
          .map(({ slug, kind, names }) => ({
            value: slug,
            label: `${t(`organisations.kinds.${kind}`)}: ${names[locale]}`,
          }))}
      />
      <TextField {...at("from")} type="date" hint={t("grant.fromHint")} />
      <TextField {...at("until")} type="date" hint={t("grant.untilHint")} />
    </>
  );
}
