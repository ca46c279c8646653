import { z } from "zod";
import { isDay } from "~/domain/calendar/days";
import { locales } from "~/domain/kernel/locale";
import { words } from "~/domain/kernel/words";
import { kinds } from "./member";

const day = z.string({ error: "required" }).refine(isDay, { error: "bad_day" });
const ordered = { error: "ends_before", path: ["until"] };
const inOrder = ({ from, until }: { from?: string | undefined; until?: string | undefined }) =>
  !from || !until || until >= from;

/** The highest number of a term that is taken: more is a slip of the key, a year perhaps. */
export const sessionMost = 99;

/** A mail address, as it is typed. */
export const address = z.email({ error: "email" }).max(254, { error: "too_long" });

/** Who somebody is, and what they are a member as. */
export const who = {
  name: words(80),
  nameLatin: words(80).optional(),
  locale: z.enum(locales, { error: "choose" }),
  kind: z.enum(kinds, { error: "choose" }),
  session: z.coerce
    .number({ error: "session" })
    .int({ error: "session" })
    .min(1, "session")
    .max(sessionMost, "session"),
  sector: words(80).optional(),
};

const profile = { ...who, liaisonGroup: words(80).optional(), from: day.optional(), until: day.optional() };

/** What the committee finds out of who claims to be a member: the address is the one that was confirmed. */
export const grantForm = z.object(profile).refine(inOrder, ordered);

/** A new member; without a first day from today on, without a last until it is ended. */
export const memberForm = z.object({ email: address, ...profile }).refine(inOrder, ordered);

/** Another profile of a member. `seen` is the version that was on the page. */
export const profileForm = z
  .object({ seen: z.coerce.number({ error: "bad_value" }).int({ error: "bad_value" }), ...profile, from: day })
  .refine(inOrder, ordered);

/** The last day of a membership, today or later. */
export function endForm(today: string) {
  return z.object({ lastDay: day.refine((chosen) => chosen >= today, { error: "past_day" }) });
}
