import { z } from "zod";
import { locales } from "~/domain/kernel/locale";
import { kinds } from "./member";

/** A membership as it is kept. */
export const membership = z.object({
  id: z.string(),
  email: z.string(),
  personId: z.string().nullable(),
  name: z.string(),
  nameLatin: z.string().nullable(),
  locale: z.enum(locales),
  kind: z.enum(kinds),
  session: z.number(),
  sector: z.string().nullable(),
  liaisonGroup: z.string().nullable(),
  from: z.date(),
  until: z.date().nullable(),
  version: z.number(),
  createdAt: z.date(),
});
