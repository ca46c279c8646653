import type { ReactNode } from "react";

type Props = { kicker?: ReactNode; title: ReactNode; lead?: ReactNode; lang?: string; children?: ReactNode };

/** The head of a page: what kind of thing it is, its name, one sentence about it. */
export function PageHead({ kicker, title, lead, lang, children }: Props) {
  return (
    <header className="page-head">
      {kicker ? <p className="page-head-kicker">{kicker}</p> : null}
      <h1 lang={lang}>{title}</h1>
      {lead ? <p className="page-head-lead">{lead}</p> : null}
      {children}
    </header>
  );
}
