import { z } from "zod";
import { inviteForm } from "../people/form";

/** Who is asked to join a team, in which language, and until when: the role is that of its staff. */
export const teamForm = z
  .object(inviteForm.shape)
  .omit({ role: true, from: true })
  .extend({
    organisation: z.string({ error: "choose" }).max(80, "bad_value"),
  });
