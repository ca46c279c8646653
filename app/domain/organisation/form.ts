import { z } from "zod";
import { words } from "~/domain/kernel/words";
import { addressOf } from "~/domain/kernel/address";
import { kinds, type Profile } from "./organisation";

/** Names of pages that stand where an organisation's would. */
const reserved = ["new", "import", "template"];

const key = z
  .string({ error: "required" })
  .regex(/^[a-z][a-z0-9-]{1,59}$/, { error: "key" })
  .refine((text) => !reserved.includes(text), { error: "key" });

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

type Sent = Omit<z.output<typeof profileForm>, "seen">;

/** What a form says of an organisation. */
export function profileOf({ nameHans, nameHant, nameEn, namePt, parent, email, phone }: Sent): Profile {
  const names = { "zh-Hans": nameHans, "zh-Hant": nameHant, en: nameEn, pt: namePt };
  return { names, parent: parent ?? null, email: email === undefined ? null : addressOf(email), phone: phone ?? null };
}
