import type { ReactNode } from "react";
import { Multiline } from "./prose";

export type Said = { id: string; who: string; when: ReactNode; text: string; side: "asker" | "station"; note?: string };

/** What two sides wrote to each other, in order. */
export function Thread({ items, lang }: { items: Said[]; lang: string }) {
  return (
    <ol className="stack">
      {items.map(({ id, who, when, text, side, note }) => (
        <li key={id} className={`message message-${side}`}>
          <p className="message-head">
            <strong>{who}</strong> <span className="soft">{when}</span>
          </p>
          <Multiline text={text} lang={lang} />
          {note ? <p className="soft">{note}</p> : null}
        </li>
      ))}
    </ol>
  );
}

/** A moment, already written out; `own` are the words that a script completes with the reader's own time. */
export function Moment({ at, text, own }: { at: Date; text: string; own: string }) {
  return (
    <time dateTime={at.toISOString()} data-local={own}>
      {text}
    </time>
  );
}
