const zone = "Asia/Shanghai";

/** Months within which a unit replies, and the longest that handling may take: the usual rule for proposals. */
export const replyMonths = 3;
const replyMonthsMost = 6;

/** Months for a second reply to a member whom the first did not satisfy. */
export const secondReplyMonths = 1;

/** Days in which a unit takes a suggestion on or asks to give it back, and in which the committee rules on that. */
export const acceptanceDays = 10;
export const rulingDays = 7;

/** The day in China on which a moment falls, as YYYY-MM-DD. */
export function chinaDay(at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(
    at,
  );
}

/** The same day some months later; the last of the month where that month is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}

/** The day that is so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * 3600 * 1000).toISOString().slice(0, 10);
}

/** Whether a suggestion assigned today may have this as its last day of handling: after today, within six months. */
export function mayBeDue(day: string, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day > today && day <= lastDue(today);
}

/** The latest day that may be set today as the last day of handling. */
export function lastDue(today: string): string {
  return addMonths(today, replyMonthsMost);
}
