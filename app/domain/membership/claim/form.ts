import { z } from "zod";
import { address, who } from "../form";
import { declineReasons } from "./claim";

/** What anybody may send who says that they are a member. */
export const claimForm = z.object({
  requestKey: z.uuid({ error: "bad_value" }),
  email: address,
  ...who,
  consent: z.literal("yes", { error: "consent" }),
});

export const declineForm = z.object({ reason: z.enum(declineReasons, { error: "choose" }) });
