import type { ReactNode } from "react";

export function CardList({ children }: { children: ReactNode }) {
  return <ul className="card-list">{children}</ul>;
}

type Props = {
  href: string;
  title: ReactNode;
  kicker?: ReactNode;
  badges?: ReactNode;
  lang?: string;
  /** How deep the list stands in the page: below its title, or below a section. */
  level?: 2 | 3;
  children?: ReactNode;
};

/** One thing of a list: its name leads to its page. */
export function Card({ href, title, kicker, badges, lang, level = 3, children }: Props) {
  const Heading = `h${level}` as const;
  return (
    <li className="card">
      {kicker ? <p className="card-kicker">{kicker}</p> : null}
      <Heading className="card-title" lang={lang}>
        <a href={href}>{title}</a>
      </Heading>
      {badges ? <p className="card-badges">{badges}</p> : null}
      {children ? <div className="card-text">{children}</div> : null}
    </li>
  );
}
