import type { ReactNode } from "react";

export type Step = { title: ReactNode; when?: ReactNode; text?: ReactNode; state?: "done" | "now" | "next" };

/** What happened in order, like the stations of a voyage. */
export function Steps({ items }: { items: Step[] }) {
  return (
    <ol className="steps">
      {items.map(({ title, when, text, state = "done" }, index) => (
        <li key={index} className={`steps-${state}`} aria-current={state === "now" ? "step" : undefined}>
          <p className="steps-title">{title}</p>
          {when ? <p className="steps-when">{when}</p> : null}
          {text ? <div className="steps-text">{text}</div> : null}
        </li>
      ))}
    </ol>
  );
}
