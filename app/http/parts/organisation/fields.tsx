import { useTranslation } from "react-i18next";
import type { Localized } from "~/domain/kernel/locale";
import type { FormFaults } from "~/http/form/form";
import { useLocale } from "~/http/page/use-locale";
import { Select, TextField } from "~/ui/field/field";

const fields = ["nameHans", "nameHant", "nameEn", "namePt", "parent", "email", "phone"] as const;
type Field = (typeof fields)[number];
type Props = {
  sent: FormFaults | undefined;
  known?: Partial<Record<Field, string | null>>;
  parents: { slug: string; names: Localized }[];
};

/** What the fields of an organisation are called, for the summary of faults. */
export function useOrganisationLabels(): Record<Field | "slug" | "kind", string> {
  const { t } = useTranslation("organisation");
  const label = (name: Field | "slug" | "kind") => t(`field.${name}`);
  return {
    slug: label("slug"),
    kind: label("kind"),
    nameHans: label("nameHans"),
    nameHant: label("nameHant"),
    nameEn: label("nameEn"),
    namePt: label("namePt"),
    parent: label("parent"),
    email: label("email"),
    phone: label("phone"),
  };
}

/** The names of an organisation, where it stands, and how it is reached. */
export function OrganisationFields({ sent, known = {}, parents }: Props) {
  const { t } = useTranslation("organisation");
  const locale = useLocale();
  const labels = useOrganisationLabels();
  const at = (name: Field) => ({
    name,
    label: labels[name],
    error: sent?.faults[name],
    defaultValue: sent?.typed[name] ?? known[name] ?? undefined,
  });
  return (
    <>
      <TextField {...at("nameHans")} required />
      <TextField {...at("nameHant")} required />
      <TextField {...at("nameEn")} required />
      <TextField {...at("namePt")} required />
      <Select
        {...at("parent")}
        emptyLabel={t("top")}
        options={parents.map(({ slug, names }) => ({ value: slug, label: names[locale] }))}
      />
      <TextField {...at("email")} type="email" />
      <TextField {...at("phone")} type="tel" />
    </>
  );
}
