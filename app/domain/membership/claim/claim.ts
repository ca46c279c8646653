import { z } from "zod";
import { locales } from "~/domain/kernel/locale";
import { kinds } from "../member";

/** The states of a claim that the committee looks at: the address is confirmed and it is to be checked, or it was declined. */
export const checkedStates = ["waiting", "declined"] as const;

/** Why a claim is declined: the letter has a text for each. */
export const declineReasons = ["unknown", "differs", "not_in_term", "other"] as const;

/** What somebody says of themselves. */
export const said = z.object({
  name: z.string(),
  nameLatin: z.string().nullable(),
  email: z.string(),
  kind: z.enum(kinds),
  session: z.number(),
  sector: z.string().nullable(),
  locale: z.enum(locales),
});
export type Said = z.output<typeof said>;
