import { useTranslation } from "react-i18next";
import { roles, type Role } from "~/domain/kernel/actor";
import { Select } from "~/ui/field/field";

/** Narrows a list to one role. */
export function RoleFilter({ role }: { role: Role | null }) {
  const { t } = useTranslation("admin");
  return (
    <Select
      name="role"
      label={t("people.role")}
      emptyLabel={t("people.any")}
      defaultValue={role ?? ""}
      options={roles.map((value) => ({ value, label: t(`session:role.${value}`) }))}
    />
  );
}
