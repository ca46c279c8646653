import type { Localized } from "~/domain/kernel/locale";
import { useLocale } from "~/http/page/use-locale";

type Props = { unit: { names: Localized; email: string | null; phone: string | null } };

/** A handling unit by its name, with how the public reaches it where it says so. */
export function UnitContact({ unit: { names, email, phone } }: Props) {
  return (
    <ul className="plain-list">
      <li>{names[useLocale()]}</li>
      {email ? (
        <li>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      ) : null}
      {phone ? (
        <li>
          <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
        </li>
      ) : null}
    </ul>
  );
}
