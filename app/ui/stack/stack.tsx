import type { ReactNode } from "react";

/** The main matter and, beside it where there is room, what belongs to it. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className="columns">{children}</div>;
}
