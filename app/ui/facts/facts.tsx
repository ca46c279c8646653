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
