/**
 * The hometown at the end of the bridge: hills, a banyan, diaolou and an arcade, the sea route and a boat. Drawn in the
 * portal's own colours, so that it follows light and dark; it says nothing that the page does not say in words.
 */
export function Skyline() {
  return (
    <svg className="skyline" viewBox="0 0 1200 220" preserveAspectRatio="xMaxYMax slice" aria-hidden="true">
      <path className="skyline-hill" d="M420 190q140-96 270-40t250-50 280 30v70H420z" />
      <Bridge />
      <Banyan />
      <Tower at={700} width={62} top={64} dome />
      <Tower at={800} width={74} top={28} />
      <Arcade />
      <Tower at={1120} width={58} top={72} dome />
      <path className="skyline-sea" d="M0 190q30-9 60 0t60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0 60 0v30H0z" />
      <path className="skyline-shore" d="M540 198q40-14 110-14h550v36H520z" />
      <path
        className="skyline-wave"
        d="M30 204q15-6 30 0t30 0 30 0M210 210q15-6 30 0t30 0 30 0M380 206q15-6 30 0t30 0 30 0"
      />
      <Boat />
    </svg>
  );
}

/** A stone bridge of five arches that comes in from the sea. */
function Bridge() {
  return (
    <g className="skyline-bridge">
      <path
        fillRule="evenodd"
        d="M0 168q330-74 660 12v14H0zM20 192a46 30 0 0 1 92 0zM132 192a50 42 0 0 1 100 0zM252 192a54 50 0 0 1 108 0zM380 192a50 44 0 0 1 100 0zM500 192a44 30 0 0 1 88 0z"
      />
      <path className="skyline-rail" d="M0 160q330-74 660 12" />
    </g>
  );
}

/** A diaolou: a plain shaft with slits, a gallery of arches that stands out, corner turrets, a gable or a dome. */
function Tower({ at, width, top, dome = false }: { at: number; width: number; top: number; dome?: boolean }) {
  const floor = 192;
  const gallery = top + 34;
  const [left, right] = [at - 7, at + width + 7];
  const arches = [0, 1, 2].map((number) => at + 6 + (number * (width - 12)) / 3);
  const span = (width - 12) / 3 - 5;
  return (
    <g>
      <rect className="skyline-wall" x={at} y={gallery} width={width} height={floor - gallery} />
      <rect className="skyline-wall" x={left} y={top + 14} width={right - left} height={24} />
      <rect className="skyline-line" x={left - 3} y={gallery + 4} width={right - left + 6} height={4} />
      <rect className="skyline-line" x={left - 3} y={top + 11} width={right - left + 6} height={4} />
      {dome ? (
        <path
          className="skyline-roof"
          d={`M${at + 8} ${top + 11}a${width / 2 - 8} ${width / 2 - 6} 0 0 1 ${width - 16} 0z`}
        />
      ) : (
        <path
          className="skyline-roof"
          d={`M${at + 6} ${top + 11}v-8h${width / 4}l${width / 4 - 6}-14 ${width / 4 - 6} 14h${width / 4}v8z`}
        />
      )}
      {arches.map((x) => (
        <path className="skyline-dark" key={x} d={`M${x} ${top + 36}v-9a${span / 2} ${span / 2} 0 0 1 ${span} 0v9z`} />
      ))}
      {[0, 1, 2].flatMap((row) =>
        [0.24, 0.62].map((column) => {
          const y = gallery + 20 + row * 26;
          return y + 12 > floor ? null : (
            <rect
              className="skyline-dark"
              key={`${row} ${column}`}
              x={at + width * column}
              y={y}
              width={8}
              height={12}
            />
          );
        }),
      )}
    </g>
  );
}

/** A street of arcades: shops below, shuttered windows above. */
function Arcade() {
  return (
    <g>
      <path className="skyline-wall" d="M890 192v-72h6v-8h46v8h12v-16h46v16h12v-8h46v8h6v72z" />
      <path className="skyline-line" d="M886 146h182v4H886z" />
      {[902, 958, 1018].map((x) => (
        <g key={x} className="skyline-dark">
          <path d={`M${x} 192v-22a17 17 0 0 1 34 0v22z`} />
          <path d={`M${x + 3} 140v-12h10v12zm18 0v-12h10v12z`} />
        </g>
      ))}
    </g>
  );
}

function Banyan() {
  return (
    <g>
      <path
        className="skyline-trunk"
        d="M606 192c6-22 4-34-4-48h10l8 18 8-22h8l-4 24 14-14 6 6-16 18c-2 8 0 12 4 18z"
      />
      <path className="skyline-root" d="M584 146v40M594 150v26M656 148v36M668 144v30" />
      <path
        className="skyline-leaf"
        d="M566 150c-16-2-20-20-6-28-4-18 18-28 30-18 8-16 36-18 44-2 16-8 36 4 32 20 16 4 18 24 2 28z"
      />
    </g>
  );
}

function Boat() {
  return (
    <g>
      <path
        className="skyline-sail"
        d="M322 186c-8-20-6-38 8-52 6 18 6 36 0 52zM334 186c10-14 10-30 2-42 14 8 20 26 16 42z"
      />
      <path className="skyline-hull" d="M300 188h66l-10 12h-46z" />
    </g>
  );
}
