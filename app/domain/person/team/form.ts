import { z } from "zod";
import { roles } from "~/domain/kernel/actor";
import { inviteForm } from "../people/form";

/** Who is asked to join a team, in which language, and until when: as its staff, or in one of their professions. */
export const teamForm = z
  .object(inviteForm.shape)
  .omit({ role: true, from: true })
  .extend({
    organisation: z.string({ error: "choose" }).max(80, "bad_value"),
    role: z.enum(roles, { error: "choose" }).optional(),
  });
