import { describedBy, Fault, Hint, LabelWords, type FieldProps } from "./parts";

type RadiosProps = Omit<FieldProps, "label"> & {
  legend: string;
  options: { value: string; label: string; hint?: string; lang?: string }[];
  defaultValue?: string;
};

/** A choice of one from a few, all in sight. */
export function Radios({ legend, options, defaultValue, ...rest }: RadiosProps) {
  const field = { ...rest, label: legend };
  return (
    <fieldset
      className={field.error ? "field field-wrong" : "field"}
      id={`field-${field.name}`}
      aria-describedby={describedBy(field)}
      tabIndex={-1}
    >
      <legend className="field-label">
        <LabelWords {...field} />
      </legend>
      <Hint {...field} />
      <Fault {...field} />
      {options.map(({ value, label, hint, lang }) => (
        <label key={value} className="field-choice">
          <input
            type="radio"
            name={field.name}
            value={value}
            defaultChecked={value === defaultValue}
            required={field.required}
          />
          <span lang={lang}>
            {label}
            {hint ? <span className="field-hint">{hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type CheckboxProps = Pick<FieldProps, "name" | "label" | "error" | "required" | "unmarked"> & {
  defaultChecked?: boolean;
  value?: string;
};

/** A box to tick: a consent, a yes. */
export function Checkbox({ name, label, error, required, unmarked, defaultChecked, value = "yes" }: CheckboxProps) {
  return (
    <div className={error ? "field field-wrong" : "field"}>
      <Fault name={name} error={error} />
      <label className="field-choice">
        <input
          type="checkbox"
          id={`field-${name}`}
          name={name}
          value={value}
          defaultChecked={defaultChecked}
          required={required}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `error-${name}` : undefined}
        />
        <span>
          <LabelWords label={label} required={required} unmarked={unmarked} />
        </span>
      </label>
    </div>
  );
}
