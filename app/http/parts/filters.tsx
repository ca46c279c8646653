/** Links that narrow a list; the one in force leads back to all. A single choice narrows nothing and is not shown. */
export function Filters({
  title,
  name,
  counts,
  label,
  query,
}: {
  title: string;
  name: string;
  counts: { value: string; count: number }[];
  label: (value: string) => string;
  query: URLSearchParams;
}) {
  if (counts.length < 2 && !query.has(name)) return null;
  return (
    <nav aria-label={title}>
      <p className="soft">{title}</p>
      <ul className="chips">
        {counts.map(({ value, count }) => {
          const active = query.get(name) === value;
          const next = new URLSearchParams(query);
          next.delete("page");
          if (active) next.delete(name);
          else next.set(name, value);
          return (
            <li key={value}>
              <a className="chip" href={`?${next}`} aria-current={active ? "true" : undefined}>
                {label(value)} <span>({count})</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
