const zone = "Asia/Shanghai";

/** Months within which a unit replies, and the longest that handling may take: the usual rule for proposals. */
export const replyMonths = 3;
export const replyMonthsMost = 6;

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

/** Whether a day may be set as the last day of handling: after today, at most six months after the assignment. */
export function mayBeDue(day: string, today: string, assigned: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day > today && day <= addMonths(assigned, replyMonthsMost);
}
