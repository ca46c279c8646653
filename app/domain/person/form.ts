import { z } from "zod";

const password = z.string({ error: "required" }).max(1000, { error: "too_long" });

/** Another password: the one there is, and the new one twice. What makes it good enough the room says. */
export const passwordForm = z
  .object({ passwordNow: password, passwordNew: password, passwordAgain: password })
  .refine(({ passwordNew, passwordAgain }) => passwordNew === passwordAgain, {
    path: ["passwordAgain"],
    error: "not_the_same",
  });

/** A first password, twice. */
export const firstPasswordForm = z
  .object({ passwordNew: password, passwordAgain: password })
  .refine(({ passwordNew, passwordAgain }) => passwordNew === passwordAgain, {
    path: ["passwordAgain"],
    error: "not_the_same",
  });

/** Who one is, shown anew: the password, and a code where one is asked for. */
export const proofForm = z.object({ password, code: z.string().max(100, { error: "too_long" }).default("") });

/** A secret, sealed, and the code that an app makes of it. */
export const factorForm = z.object({
  secret: z.string({ error: "required" }).max(2000, { error: "too_long" }),
  code: z.string({ error: "required" }).max(100, { error: "too_long" }),
});

/** Where to a link to sign in with shall go. */
export const linkForm = z.object({ email: z.email({ error: "email" }).max(254, { error: "too_long" }) });

/** What a device answered, as JSON, and the challenge it answers, sealed. */
export const passkeyForm = z.object({ response: z.string().max(20_000), parcel: z.string().max(2000) });
