import type { ReactNode } from "react";

/** How a column orders its table: the address of the order by it, and its direction where it is the order now. */
type Sort = { href: string; now?: "ascending" | "descending" };
type Props = {
  caption: string;
  head: ReactNode[];
  rows: ReactNode[][];
  hideCaption?: boolean;
  /** For each column how it orders the table; nothing for one that does not. */
  sorts?: (Sort | undefined)[];
};

/** What scrolls must be reachable by keyboard. */
const scrolls = { tabIndex: 0 };

/** A table that scrolls within itself on a narrow screen, reachable by keyboard. The first column names its row. */
export function Table({ caption, head, rows, hideCaption, sorts = [] }: Props) {
  return (
    <section className="table" aria-label={caption} {...scrolls}>
      <table>
        <caption className={hideCaption ? "unseen" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col" aria-sort={sorts[index]?.now}>
                <Heading sort={sorts[index]}>{cell}</Heading>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            <tr key={number}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={index}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Heading({ sort, children }: { sort: Sort | undefined; children: ReactNode }) {
  if (!sort) return children;
  return (
    <a className="table-sort" href={sort.href}>
      {children}
      <span aria-hidden="true">{sort.now ? (sort.now === "ascending" ? "▲" : "▼") : "↕"}</span>
    </a>
  );
}
