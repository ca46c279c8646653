import type { ReactNode } from "react";

type Props = { tone?: "info" | "good" | "warn" | "private"; title?: ReactNode; children?: ReactNode };

/** Something a reader should know before going on. */
export function Notice({ tone = "info", title, children }: Props) {
  return (
    <div className={`notice notice-${tone}`} role={tone === "good" ? "status" : undefined}>
      {title ? <p className="notice-title">{title}</p> : null}
      {children}
    </div>
  );
}
