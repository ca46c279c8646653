type Bar = { label: string; value: number; display: string };

const row = 44;
const width = 640;

/** Bars of one unit, drawn on the server. A table with the same figures stands beside it: this picture is left out of reading. */
export function BarChart({ title, bars }: { title: string; bars: Bar[] }) {
  const most = Math.max(...bars.map(({ value }) => value), 1);
  return (
    <figure className="bar-chart">
      <svg viewBox={`0 0 ${width} ${bars.length * row}`} role="img" aria-label={title}>
        {bars.map(({ label, value, display }, index) => (
          <g key={label} transform={`translate(0 ${index * row})`}>
            <text x="0" y="14" className="bar-chart-label">
              {label}
            </text>
            <rect x="0" y="20" height="14" rx="2" width={Math.max(3, (value / most) * (width - 90))} />
            <text x={Math.max(3, (value / most) * (width - 90)) + 8} y="32" className="bar-chart-value">
              {display}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
