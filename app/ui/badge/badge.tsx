import type { ReactNode } from "react";

/** A short mark beside a name: a state, a kind, a doubt. */
export function Badge({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "good" | "warn" | "late" | "unconfirmed";
  children: ReactNode;
}) {
  return <span className={`badge badge-${tone}`}>{children}</span>;
}
