import { z } from "zod";
import { isDay } from "~/domain/calendar/days";
import { roles } from "~/domain/kernel/actor";
import { locales } from "~/domain/kernel/locale";
import { words } from "~/domain/kernel/words";
import { heldFor } from "../policy";

const day = z.string().refine(isDay, { error: "bad_day" });

/** A role to be given: both days are included, and without the second it lasts until it is taken. */
export const grantForm = z
  .object({
    role: z.enum(roles, { error: "choose" }),
    organisation: z.string().max(80, "bad_value").optional(),
    from: day.optional(),
    until: day.optional(),
  })
  .refine(({ role, organisation }) => !heldFor[role] || organisation, { error: "choose", path: ["organisation"] })
  .refine(({ from, until }) => !until || !from || until >= from, { error: "ends_before", path: ["until"] });

/** Who is invited, in which language, to which role. */
export const inviteForm = grantForm.safeExtend({
  name: words(80),
  email: z.email({ error: "email" }).max(254, { error: "too_long" }),
  locale: z.enum(locales, { error: "choose" }),
});
