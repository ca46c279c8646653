import { startOf } from "~/domain/calendar/days";
import { inOrder, settings, type Word } from "~/domain/setting/setting";

/** What is kept for so many days, once the moment that its setting names has come. */
export type Kind = "enquiry" | "spam" | "lead" | "claim" | "mail" | "account";

const dayLong = 24 * 3600 * 1000;

/**
 * What is older than this moment has been kept long enough. Nobody's data is kept for longer than was in force at any
 * time since: a longer period counts for what comes after it alone, a shorter one for all.
 */
export function keptUntil(
  words: readonly Pick<Word, "name" | "version" | "value" | "inForce" | "changedAt">[],
  kind: Kind,
  at: Date,
) {
  const name = `keep_${kind}` as const;
  const said = inOrder(words, name).filter(({ inForce }) => startOf(inForce) <= at);
  const periods = [{ value: settings[name].value }, ...said];
  const moments = periods.map(({ value }, index) => {
    const next = said[index];
    // What came on the first day of a period, before anybody had said so, was told the one before.
    const over = next ? Math.max(startOf(next.inForce).getTime(), next.changedAt.getTime()) : Infinity;
    return Math.min(over, at.getTime() - value * dayLong);
  });
  return new Date(Math.max(...moments));
}

/** When an account is erased that was asked to be at this moment, so many days before. */
export function erasureDue(askedAt: Date, days: number): Date {
  return new Date(askedAt.getTime() + days * dayLong);
}
