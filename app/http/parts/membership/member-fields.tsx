import { useTranslation } from "react-i18next";
import { locales } from "~/domain/kernel/locale";
import type { Column } from "~/domain/membership/import/columns";
import { kinds } from "~/domain/membership/member";
import type { FormFaults } from "~/http/form/form";
import { Select, TextField } from "~/ui/field/field";

/** What the fields of a member are called, for the summary of faults. */
export function useMemberLabels(): Record<Column, string> {
  const { t } = useTranslation("membership");
  const name = (field: Column) => t(`field.${field}`);
  return {
    name: name("name"),
    nameLatin: name("nameLatin"),
    email: name("email"),
    kind: name("kind"),
    session: name("session"),
    sector: name("sector"),
    liaisonGroup: name("liaisonGroup"),
    locale: name("locale"),
    from: name("from"),
    until: name("until"),
  };
}

type Props = {
  sent: FormFaults | undefined;
  /** What stands in the fields before anything is typed. */
  known?: Partial<Record<Column, string>>;
  /** Fields that this form does without. */
  without?: readonly Column[];
};

/** Everything that the committee keeps of a member. */
export function MemberFields({ sent, known = {}, without = [] }: Props) {
  const { t } = useTranslation("membership");
  const labels = useMemberLabels();
  const at = (name: Column) => ({
    name,
    label: labels[name],
    error: sent?.faults[name],
    defaultValue: sent ? sent.typed[name] : known[name],
  });
  const has = (name: Column) => !without.includes(name);
  return (
    <>
      <TextField {...at("name")} required isPrivate />
      <TextField {...at("nameLatin")} hint={t("hint.nameLatin")} isPrivate />
      {has("email") ? <TextField {...at("email")} type="email" required isPrivate /> : null}
      <Select
        {...at("kind")}
        required
        emptyLabel={t("choose")}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextField {...at("session")} type="number" min="1" max="99" hint={t("hint.session")} required />
      <TextField {...at("sector")} />
      {has("liaisonGroup") ? <TextField {...at("liaisonGroup")} /> : null}
      <Select
        {...at("locale")}
        required
        emptyLabel={t("choose")}
        options={locales.map((value) => ({ value, label: t(`enquiry:language.${value}`) }))}
      />
      {has("from") ? <TextField {...at("from")} type="date" hint={known.from ? undefined : t("hint.from")} /> : null}
      {has("until") ? <TextField {...at("until")} type="date" hint={t("hint.until")} /> : null}
    </>
  );
}
