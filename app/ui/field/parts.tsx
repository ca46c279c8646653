import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";

export type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  /** Keys under `form:error`. */
  error?: string[] | undefined;
  required?: boolean;
  /** Whether it may stay empty hangs on another answer: the label says neither. */
  unmarked?: boolean;
};

/** The ids that tie hint and fault to their field, for `aria-describedby`. */
export function describedBy({ name, hint, error }: FieldProps): string | undefined {
  const ids = [hint ? `hint-${name}` : "", error ? `error-${name}` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export function Hint({ name, hint }: FieldProps) {
  return hint ? (
    <p className="field-hint" id={`hint-${name}`}>
      {hint}
    </p>
  ) : null;
}

/** The fault beside a field, with a sign so that it is not known by colour alone. */
export function Fault({ name, error }: Pick<FieldProps, "name" | "error">) {
  const { t } = useTranslation("form");
  return error ? (
    <p className="field-error" id={`error-${name}`}>
      <span aria-hidden="true">▲ </span>
      {error.map((key) => t(`error.${key}`)).join(" ")}
    </p>
  ) : null;
}

/** The label's words, with "optional" behind the fields that may stay empty. */
export function LabelWords({ label, required, unmarked }: Pick<FieldProps, "label" | "required" | "unmarked">) {
  const { t } = useTranslation("form");
  return (
    <>
      {label}
      {required || unmarked ? null : <span className="field-optional"> {t("optional")}</span>}
    </>
  );
}

/** One field: label, hint, fault, then the control. */
export function FieldBox({ field, children }: { field: FieldProps; children: ReactNode }) {
  return (
    <div className={field.error ? "field field-wrong" : "field"}>
      <label htmlFor={`field-${field.name}`} className="field-label">
        <LabelWords {...field} />
      </label>
      <Hint {...field} />
      <Fault {...field} />
      {children}
    </div>
  );
}
