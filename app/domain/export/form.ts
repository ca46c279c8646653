import { z } from "zod";
import { formats, lists } from "./export";

/** Which list is taken along, as what, and the query of the address that shows it. */
export const exportForm = z.object({
  list: z.enum(lists, { error: "choose" }),
  format: z.enum(formats, { error: "choose" }),
  query: z.string().max(2000, { error: "too_long" }).default(""),
});
