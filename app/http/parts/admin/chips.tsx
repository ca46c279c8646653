type Props = { label: string; chips: { text: string; href: string; current: boolean }[] };

/** A few ways to see the same list. */
export function Chips({ label, chips }: Props) {
  return (
    <nav className="chips" aria-label={label}>
      {chips.map(({ text, href, current }) => (
        <a key={href} className="chip" href={href} aria-current={current ? "true" : undefined}>
          {text}
        </a>
      ))}
    </nav>
  );
}
