import type { ReactNode } from "react";

type Props = { caption: string; head: ReactNode[]; rows: ReactNode[][]; hideCaption?: boolean };

/** What scrolls must be reachable by keyboard. */
const scrolls = { tabIndex: 0 };

/** A table that scrolls within itself on a narrow screen, reachable by keyboard. The first column names its row. */
export function Table({ caption, head, rows, hideCaption }: Props) {
  return (
    <section className="table" aria-label={caption} {...scrolls}>
      <table>
        <caption className={hideCaption ? "unseen" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, index) => (
              <th key={index} scope="col">
                {cell}
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
