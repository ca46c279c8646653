import type { ReactNode } from "react";

/** What is known of a thing, term by term. Terms without a detail are left out. */
export function Facts({ items }: { items: { term: ReactNode; detail: ReactNode }[] }) {
  const known = items.filter(({ detail }) => detail !== null && detail !== undefined && detail !== "");
  return (
    <dl className="facts">
      {known.map(({ term, detail }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A few numbers that speak for themselves, large, each with what it counts. */
export function Numbers({ items }: { items: { number: ReactNode; text: ReactNode; note?: ReactNode }[] }) {
  return (
    <dl className="numbers">
      {items.map(({ number, text, note }, index) => (
        <div key={index}>
          <dt>{text}</dt>
          <dd className="numbers-number">{number}</dd>
          {note ? <dd className="soft">{note}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
