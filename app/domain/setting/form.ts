import { z } from "zod";
import { isDay } from "~/domain/calendar/days";
import { words } from "~/domain/kernel/words";
import { settings, type SettingName } from "./setting";

const sourceMost = 300;

/** What an administrator says about a setting, at the earliest from `today` on. `seen` is the version that was on the page. */
export function settingForm(name: SettingName, today: string) {
  const { least, most } = settings[name];
  const value = z.number({ error: (issue) => (issue.input === undefined ? "required" : "out_of_bounds") });
  return z.object({
    seen: z.number({ error: "bad_value" }).int({ error: "bad_value" }),
    value: value
      .int({ error: "out_of_bounds" })
      .min(least, { error: "out_of_bounds" })
      .max(most, { error: "out_of_bounds" }),
    source: words(sourceMost),
    inForce: z
      .string({ error: "required" })
      .refine(isDay, { error: "bad_day" })
      .refine((day) => !isDay(day) || day >= today, { error: "past_day" }),
  });
}
