import { addWorkingDays, type Calendar } from "~/domain/calendar/calendar";
import { chinaDay, monthsLater } from "~/domain/calendar/days";

/** The longest that handling may take, in months: the usual rule for proposals. */
const replyMonthsMost = 6;

/** By what a step counts: the working days, in how many of them a unit takes on, and the months for a second reply. */
export type Rules = { calendar: Calendar; acceptDays: number; secondReplyMonths: number };

/**
 * The last day for a unit to take on what was assigned at that moment, in so many working days: the day of assignment is
 * not counted.
 */
export function acceptanceDue({ calendar, acceptDays }: Omit<Rules, "secondReplyMonths">, assignedAt: Date): string {
  return addWorkingDays(calendar, chinaDay(assignedAt), acceptDays);
}

/** Whether a suggestion assigned today may have this as its last day of handling: after today, within six months. */
export function mayBeDue(day: string, today: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && day > today && day <= lastDue(today);
}

/** The latest day that may be set today as the last day of handling. */
export function lastDue(today: string): string {
  return monthsLater(today, replyMonthsMost);
}
