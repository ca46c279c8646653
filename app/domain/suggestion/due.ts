import { addWorkingDays, type Calendar } from "~/domain/calendar/calendar";
import { chinaDay, monthsLater } from "~/domain/calendar/days";

/** Months within which a unit replies, and the longest that handling may take: the usual rule for proposals. */
export const replyMonths = 3;
const replyMonthsMost = 6;

/** Months for a second reply to a member whom the first did not satisfy. */
export const secondReplyMonths = 1;

/** Working days, those of Jiangmen, in which a unit takes a suggestion on or asks to give it back. */
const acceptanceDays = 10;

/** Days in which the committee rules on a suggestion that a unit asks to give back, worked or not. */
export const rulingDays = 7;

/** The last day for a unit to take on what was assigned at that moment: the day of assignment is not counted. */
export function acceptanceDue(calendar: Calendar, assignedAt: Date): string {
  return addWorkingDays(calendar, chinaDay(assignedAt), acceptanceDays);
}

/** Whether a suggestion assigned today may have this as its last day of handling: after today, within six months. */
export function mayBeDue(day: string, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day > today && day <= lastDue(today);
}

/** The latest day that may be set today as the last day of handling. */
export function lastDue(today: string): string {
  return monthsLater(today, replyMonthsMost);
}
