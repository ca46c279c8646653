import { z } from "zod";
import { deeds } from "~/domain/kernel/deed";

const missing = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(missing, schema.optional());
const date = z.iso.date({ error: "date" });

/** What an auditor looks for. `actor` is the address of an account, or its number as the journal shows it. */
export const searchForm = z
  .object({
    actor: optional(z.string().trim().max(254, { error: "too_long" })),
    verb: optional(z.enum(deeds, { error: "choose" })),
    reference: optional(
      z
        .string()
        .trim()
        .regex(/^[\w.:-]{1,80}$/, { error: "bad_value" }),
    ),
    from: optional(date),
    until: optional(date),
    order: optional(z.enum(["oldest"], { error: "choose" })),
  })
  .refine(({ from, until }) => !from || !until || from <= until, { error: "date_order", path: ["until"] });
