import { addDays, startOf } from "~/domain/calendar/days";
import type { Deed } from "~/domain/kernel/deed";

/** One line of the journal. The hash, in hexadecimal, binds it to the line before. */
export type Entry = {
  seq: number;
  at: Date;
  actorId: string | null;
  part: string;
  verb: string;
  kind: string;
  reference: string;
  network: string | null;
  country: string | null;
  particulars: Record<string, string>;
  hash: string;
};

/** A line with who did it, by the name of today; null where nobody had an account, or it is gone. */
export type Named = Entry & { name: string | null };

/** Which lines are looked for. Days are whole days of Beijing time, both ends included; newest first without `order`. */
export type Search = {
  actor?: string | undefined;
  verb?: Deed | undefined;
  reference?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  order?: "oldest" | undefined;
};

/** What was looked for, as the journal itself notes it. */
export function codesOf(search: Search): Record<string, string> {
  return Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** From where a page goes on: the lines before or after this number. Lines added meanwhile do not move it. */
export type Cursor = { before: number } | { after: number } | null;

/** The first moment of a search's days, and the first one after them. */
export function momentsOf({ from, until }: Search): { from?: Date; before?: Date } {
  return {
    ...(from && { from: startOf(from) }),
    ...(until && { before: startOf(addDays(until, 1)) }),
  };
}

/** Where a page's address asks to go on; null: at the newest line. */
export function cursorOf(query: URLSearchParams): Cursor {
  for (const name of ["before", "after"] as const) {
    const text = query.get(name) ?? "";
    if (/^\d{1,15}$/.test(text)) return name === "before" ? { before: Number(text) } : { after: Number(text) };
  }
  return null;
}
