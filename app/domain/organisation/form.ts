import { z } from "zod";
import { words } from "~/domain/kernel/words";
import { kinds } from "./organisation";

const key = z.string({ error: "required" }).regex(/^[a-z][a-z0-9-]{1,59}$/, { error: "key" });

const profile = {
  nameHans: words(120),
  nameHant: words(120),
  nameEn: words(120),
  namePt: words(120),
  parent: key.optional(),
  email: z.email({ error: "email" }).max(254, { error: "too_long" }).optional(),
  phone: z
    .string()
    .regex(/^\+?\d[\d ()-]{4,30}$/, { error: "phone" })
    .optional(),
};

/** A new organisation; its key stays as it is, as roles and suggestions name it by that. */
export const organisationForm = z.object({ slug: key, kind: z.enum(kinds, { error: "choose" }), ...profile });

/** Another profile. `seen` is the version that was on the page. */
export const profileForm = z.object({
  seen: z.coerce.number({ error: "bad_value" }).int({ error: "bad_value" }),
  ...profile,
});
