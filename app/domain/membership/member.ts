import { addDays, chinaDay, startOf } from "~/domain/calendar/days";
import { fold } from "~/domain/finding/fold";
import type { Locale } from "~/domain/kernel/locale";
import { isOpen, isValid } from "~/domain/person/policy";

/**
 * What somebody is a member as. An overseas guest attends as an observer and may give suggestions like everybody else;
 * a proposal (提案) is not theirs to submit.
 */
export const kinds = ["hong_kong", "macao", "overseas_guest", "mainland"] as const;
export type Kind = (typeof kinds)[number];

/** How a membership stands: nobody has taken it up yet, it is valid, it is still to begin, it is over. */
export const states = ["waiting", "valid", "ahead", "over"] as const;
export type State = (typeof states)[number];

/** From the first moment until the one after the last; without an end it lasts until it is ended. */
export type Term = { from: Date; until: Date | null };

/** What the committee keeps of a member, for one term. `session` is the number of the committee's term. */
export type Profile = Term & {
  name: string;
  nameLatin: string | null;
  locale: Locale;
  kind: Kind;
  session: number;
  sector: string | null;
  liaisonGroup: string | null;
};

export type NewMember = Profile & { email: string };
export type Membership = NewMember & { id: string; personId: string | null; version: number; createdAt: Date };

export function stateOf({ personId, ...term }: Term & { personId: string | null }, at: Date): State {
  if (!isOpen(term, at)) return "over";
  if (personId === null) return "waiting";
  return isValid(term, at) ? "valid" : "ahead";
}

/** The term from one day to another, both included; begun today where no first day is named. */
export function termOf(from: string | undefined, until: string | undefined, at: Date): Term {
  return { from: from ? startOf(from) : startOf(chinaDay(at)), until: until ? endOf(until) : null };
}

/** The moment at which a day is over. */
export function endOf(day: string): Date {
  return startOf(addDays(day, 1));
}

/** The last day of a term, or null where it has none. */
export function lastDayOf({ until }: Pick<Term, "until">): string | null {
  return until && chinaDay(new Date(until.getTime() - 1));
}

/** Names and address as they are looked for, in whichever script and however accented they are typed. */
export function foldedOf({
  name,
  nameLatin,
  email,
}: {
  name: string;
  nameLatin: string | null;
  email: string;
}): string {
  return fold([name, nameLatin ?? "", email].join("\n"));
}

const compared = ["name", "nameLatin", "locale", "kind", "session", "sector", "liaisonGroup", "from", "until"] as const;

/** What of a profile would be another than it is. */
export function changesOf(before: Profile, after: Profile): (typeof compared)[number][] {
  const plain = (value: Profile[keyof Profile]) => (value instanceof Date ? value.getTime() : value);
  return compared.filter((field) => plain(before[field]) !== plain(after[field]));
}
