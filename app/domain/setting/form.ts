import { z } from "zod";
import { isDay } from "~/domain/calendar/days";
import { words } from "~/domain/kernel/words";
import { settings, type SettingName } from "./setting";

const sourceMost = 300;

/** What is said with every change: the version that was on the page, its source, and the first day, `today` at the earliest. */
export function said(today: string) {
  return {
    seen: z.number({ error: "bad_value" }).int({ error: "bad_value" }),
    source: words(sourceMost),
    inForce: z
      .string({ error: "required" })
      .refine(isDay, { error: "bad_day" })
      .refine((day) => !isDay(day) || day >= today, { error: "past_day" }),
  };
}

/** What an administrator says about a setting. */
export function settingForm(name: SettingName, today: string) {
  const { least, most } = settings[name];
  const value = z.number({ error: (issue) => (issue.input === undefined ? "required" : "out_of_bounds") });
  return z.object({
    ...said(today),
    value: value
      .int({ error: "out_of_bounds" })
      .min(least, { error: "out_of_bounds" })
      .max(most, { error: "out_of_bounds" }),
  });
}
