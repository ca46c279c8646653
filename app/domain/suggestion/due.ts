import { monthsLater } from "~/domain/calendar/days";

/** Months within which a unit replies, and the longest that handling may take: the usual rule for proposals. */
export const replyMonths = 3;
const replyMonthsMost = 6;

/** Months for a second reply to a member whom the first did not satisfy. */
export const secondReplyMonths = 1;

/** Days in which a unit takes a suggestion on or asks to give it back, and in which the committee rules on that. */
export const acceptanceDays = 10;
export const rulingDays = 7;

/** Whether a suggestion assigned today may have this as its last day of handling: after today, within six months. */
export function mayBeDue(day: string, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day > today && day <= lastDue(today);
}

/** The latest day that may be set today as the last day of handling. */
export function lastDue(today: string): string {
  return monthsLater(today, replyMonthsMost);
}
