import type { ReactNode } from "react";

type StackProps = { gap?: "small" | "normal" | "large"; children: ReactNode };

/** Things below each other at an even distance. */
export function Stack({ gap = "normal", children }: StackProps) {
  return <div className={gap === "normal" ? "stack" : `stack stack-${gap}`}>{children}</div>;
}

/** The main matter and, beside it where there is room, what belongs to it. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className="columns">{children}</div>;
}
