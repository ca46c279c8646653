import { describedBy, FieldBox, type FieldProps } from "./parts";

type Typed = FieldProps & { defaultValue?: string; maxLength?: number; lang?: string; isPrivate?: boolean };
type TextProps = Typed & {
  type?: "text" | "email" | "password" | "date" | "search" | "tel" | "number";
  autoComplete?: string;
  min?: string;
  max?: string;
};

function shared(field: Typed) {
  return {
    id: `field-${field.name}`,
    name: field.name,
    defaultValue: field.defaultValue,
    maxLength: field.maxLength,
    lang: field.lang,
    required: field.required,
    "aria-invalid": field.error ? true : undefined,
    "aria-describedby": describedBy(field),
    "data-private": field.isPrivate ? "" : undefined,
  };
}

/** A field of one line. */
export function TextField({ type = "text", autoComplete, min, max, ...field }: TextProps) {
  return (
    <FieldBox field={field}>
      <input className="field-control" type={type} autoComplete={autoComplete} min={min} max={max} {...shared(field)} />
    </FieldBox>
  );
}

/** A field of many lines. */
export function TextArea({ rows = 6, ...field }: Typed & { rows?: number }) {
  return (
    <FieldBox field={field}>
      <textarea className="field-control" rows={rows} {...shared(field)} />
    </FieldBox>
  );
}

type Option = { value: string; label: string };

/** A choice of one from a list. */
export function Select({ options, emptyLabel, ...field }: Typed & { options: Option[]; emptyLabel?: string }) {
  return (
    <FieldBox field={field}>
      <select className="field-control" {...shared(field)}>
        {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldBox>
  );
}

/** One file or several. What was chosen must be chosen again after a fault: no page may fill this field. */
export function FileField({ multiple, accept, ...field }: FieldProps & { multiple?: boolean; accept?: string }) {
  return (
    <FieldBox field={field}>
      <input className="field-control" type="file" multiple={multiple} accept={accept} {...shared(field)} />
    </FieldBox>
  );
}
