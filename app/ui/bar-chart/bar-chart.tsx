type Bar = { label: string; value: number; display: string };

/** Bars of one unit, drawn on the server. Every bar says its name and figure in words; the drawing itself is left out of reading. */
export function BarChart({ title, bars }: { title: string; bars: Bar[] }) {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  return (
    <figure className="bar-chart">
      <figcaption className="unseen">{title}</figcaption>
      <ul>
        {bars.map(({ label, value, display }) => (
          <li key={label}>
            <span>{label}</span>
            <strong>{display}</strong>
            <svg aria-hidden="true">
              <rect height="100%" width={`${Math.max(0.5, (value / most) * 100).toFixed(1)}%`} />
            </svg>
          </li>
        ))}
      </ul>
    </figure>
  );
}
