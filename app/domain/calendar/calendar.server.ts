import { now } from "~/platform/clock";
import { calendarOn, type Calendar, type Region } from "./calendar";
import { chinaDay } from "./days";
import { daysOfNotices, noticesSchema } from "./notices";
import * as store from "./store.server";

/** The working days of a region as they count today. */
export async function workingDaysOf(region: Region): Promise<Calendar> {
  return calendarOn(await store.told(region), chinaDay(now()));
}

/** All that was told about the days of a region, with when it was said: for saying why a date moved. */
export function toldAbout(region: Region): Promise<store.Told[]> {
  return store.told(region);
}

/** Takes in the calendars that the portal ships. What an administrator has said about a day stands. */
export async function loadCalendars(content: unknown): Promise<void> {
  await store.ship(daysOfNotices(noticesSchema.parse(content)), now());
}
