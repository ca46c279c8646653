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
  children?: ReactNode;
};

/** One thing of a list: its name leads to its page. */
export function Card({ href, title, kicker, badges, lang, children }: Props) {
  return (
    <li className="card">
      {kicker ? <p className="card-kicker">{kicker}</p> : null}
      <h3 className="card-title" lang={lang}>
        <a href={href}>{title}</a>
      </h3>
      {badges ? <p className="card-badges">{badges}</p> : null}
      {children ? <div className="card-text">{children}</div> : null}
    </li>
  );
}
