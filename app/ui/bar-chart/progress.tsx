import type { ReactNode } from "react";

/** How far something is: `done` of `total`, or only that it goes on where there is no total yet. */
export function Progress({
  label,
  done,
  total,
  children,
}: {
  label: string;
  done: number;
  total: number | null;
  children: ReactNode;
}) {
  const far = total === null ? {} : { value: done, max: Math.max(1, total) };
  return (
    <div className="progress">
      <progress aria-label={label} {...far} />
      <p>{children}</p>
    </div>
  );
}
