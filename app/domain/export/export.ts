/** The lists that can be taken along. Those of a few rows that a page shows whole, such as the kinds in the index, cannot. */
export const lists = [
  "people",
  "grants",
  "invitations",
  "organisations",
  "members",
  "days",
  "jobs",
  "letters",
  "journal",
] as const;
export type ListName = (typeof lists)[number];

export const formats = ["csv", "xlsx"] as const;
export type Format = (typeof formats)[number];

/**
 * How far an export is. `failed`: the last try broke off and another follows by itself; `void`: nothing can be made of
 * it, as the right is gone or the search is wrong.
 */
export const states = ["waiting", "running", "failed", "ready", "void"] as const;
export type State = (typeof states)[number];

/** Whether something will still happen by itself. */
export function isUnderWay(state: State): boolean {
  return state === "waiting" || state === "running" || state === "failed";
}

/** So long, in milliseconds, a finished file can be fetched, and an unfinished one is tried. */
export const keptFor = 24 * 3600 * 1000;

/** The same wish again within this time, in milliseconds, is the same press twice. */
export const sameWithin = 5000;

/** One export as its owner sees it. `asOf`: the moment whose truth the file holds. */
export type Export = {
  id: string;
  list: ListName;
  format: Format;
  state: State;
  rows: number;
  total: number | null;
  size: number | null;
  sha256: string | null;
  askedAt: Date;
  asOf: Date | null;
  readyAt: Date | null;
  expiresAt: Date;
};
