import { z } from "zod";

const password = z.string({ error: "required" }).max(1000, { error: "too_long" });

/** Another password: the one there is, and the new one twice. What makes it good enough the room says. */
export const passwordForm = z
  .object({ passwordNow: password, passwordNew: password, passwordAgain: password })
  .refine(({ passwordNew, passwordAgain }) => passwordNew === passwordAgain, {
    path: ["passwordAgain"],
    error: "not_the_same",
  });
