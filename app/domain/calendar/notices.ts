import { z } from "zod";
import { dayNames, inLieu, regions, type CalendarDay, type DayKind } from "./calendar";
import { isDay } from "./days";

const day = z.string().refine(isDay);
const known = new Set<string>(dayNames.flatMap((name) => [name, inLieu + name]));
const named = z.record(
  day,
  z.string().refine((name) => known.has(name)),
);

/** The shipped calendars as they stand in prisma/content/calendar.json: one notice per region, year and kind of source. */
export const noticesSchema = z.object({
  notices: z.array(
    z.object({
      region: z.enum(regions),
      year: z.number().int(),
      confirmed: z.boolean(),
      inForce: day.nullable(),
      source: z.string().min(1),
      closed: named,
      worked: named,
    }),
  ),
});

/** The days that the notices tell of, each the first word about its day. */
export function daysOfNotices({ notices }: z.output<typeof noticesSchema>): CalendarDay[] {
  return notices.flatMap(({ region, source, inForce, confirmed, closed, worked }) => {
    const said = { region, source, inForce, confirmed, version: 1 };
    const told = (kind: DayKind, days: Record<string, string>) =>
      Object.entries(days).map(([at, name]) => ({ ...said, day: at, kind, name }));
    return [...told("closed", closed), ...told("worked", worked)];
  });
}
