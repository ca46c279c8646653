import type { ReactNode } from "react";

type Props = {
  kicker?: ReactNode;
  title: ReactNode;
  lead?: ReactNode;
  lang?: string;
  /** The title takes the focus: for a page that answers something else than was asked for. */
  focus?: boolean;
  children?: ReactNode;
};

/** The head of a page: what kind of thing it is, its name, one sentence about it. */
export function PageHead({ kicker, title, lead, lang, focus, children }: Props) {
  return (
    <header className="page-head">
      {kicker ? <p className="page-head-kicker">{kicker}</p> : null}
      <h1 lang={lang} {...(focus ? { tabIndex: -1, autoFocus: true } : {})}>
        {title}
      </h1>
      {lead ? <p className="page-head-lead">{lead}</p> : null}
      {children}
    </header>
  );
}
