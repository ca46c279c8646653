import type { ReactNode } from "react";

type Variant = "primary" | "quiet" | "danger";

/** A button that sends the form it stands in. */
export function Button({
  variant = "primary",
  name,
  value,
  label,
  children,
}: {
  variant?: Variant;
  name?: string;
  value?: string;
  /** What it does, said in full, where many buttons stand that read alike. */
  label?: string;
  children: ReactNode;
}) {
  return (
    <button type="submit" className={`button button-${variant}`} name={name} value={value} aria-label={label}>
      {children}
    </button>
  );
}

/** A link that looks like a button, for a step that only leads elsewhere. */
export function ButtonLink({
  href,
  variant = "primary",
  children,
}: {
  href: string;
  variant?: Variant;
  children: ReactNode;
}) {
  return (
    <a href={href} className={`button button-${variant}`}>
      {children}
    </a>
  );
}
