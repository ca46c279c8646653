import { z } from "zod";
import { isTimeZone, rhythms } from "./rhythm";

const schedule = {
  rhythm: z.enum(rhythms, { error: "choose" }),
  hour: z.coerce.number({ error: "choose" }).int({ error: "bad_value" }).min(0, "bad_value").max(23, "bad_value"),
  timeZone: z.string({ error: "choose" }).max(60, "bad_value").refine(isTimeZone, { error: "choose" }),
};

/** What somebody sends who wants to follow something: where to, and when. */
export const followForm = z.object({
  email: z.email({ error: "email" }).max(254, { error: "too_long" }),
  ...schedule,
  consent: z.literal("yes", { error: "consent" }),
});

/** Another hour, time zone or rhythm for all that one follows. */
export const scheduleForm = z.object(schedule);
