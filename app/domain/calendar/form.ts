import { z } from "zod";
import { words } from "~/domain/kernel/words";
import { dayNames, regions, type DayKind } from "./calendar";
import { isDay, isWeekend } from "./days";

/** Longest name of a day, longest source, and most characters of an imported calendar. */
export const nameMost = 80;
export const sourceMost = 300;
export const calendarMost = 200_000;

/** What stands for a name of one's own among the names to choose from. */
export const ownName = "other";

const day = z.string({ error: "required" }).refine((text) => isDay(text) && text >= "1990-01-01", { error: "bad_day" });

/** By which word, from which day on, and whether that word is an official one. */
const said = {
  source: words(sourceMost),
  inForce: day.optional(),
  confirmed: z.enum(["yes", "no"], { error: "choose" }),
};
const seen = z.number({ error: "bad_value" }).int({ error: "bad_value" }).optional();

/** What an administrator says about one day. `seen` is the version that was on the page. */
export const dayForm = z
  .object({
    seen,
    day,
    kind: z.enum(["closed", "worked"], { error: "choose" }),
    name: z.enum([...dayNames, ownName], { error: "choose" }),
    inLieu: z.literal("yes", { error: "bad_value" }).optional(),
    nameHans: words(nameMost).optional(),
    nameHant: words(nameMost).optional(),
    nameEn: words(nameMost).optional(),
    namePt: words(nameMost).optional(),
    ...said,
  })
  .refine(({ kind, day: on }) => kind !== "worked" || !isDay(on) || isWeekend(on), {
    error: "not_weekend",
    path: ["kind"],
  })
  .superRefine((sent, context) => {
    if (sent.name !== ownName) return;
    for (const path of ["nameHans", "nameHant", "nameEn", "namePt"] as const)
      if (!sent[path]) context.addIssue({ code: "custom", message: "required", path: [path] });
  });

/** A day becomes again what its week says. */
export const removalForm = z.object({ seen, source: words(sourceMost), inForce: day.optional() });

/** A whole calendar, first looked at, then taken in. The text is what the file holds. */
export const importForm = z.object({
  step: z.enum(["look", "take"], { error: "bad_value" }),
  region: z.enum(regions, { error: "choose" }),
  text: z.string({ error: "required" }).max(calendarMost, "too_long"),
  ...said,
});

/** The name that a day form gives, as it is kept. */
export function nameOfForm(sent: z.output<typeof dayForm>) {
  if (sent.name !== ownName) return sent.inLieu ? `in_lieu.${sent.name}` : sent.name;
  return {
    "zh-Hans": sent.nameHans ?? "",
    "zh-Hant": sent.nameHant ?? "",
    en: sent.nameEn ?? "",
    pt: sent.namePt ?? "",
  };
}

/** The fields of a day form as they stand for what is known of a day. */
export function fieldsOf(known: { kind: DayKind; name: string | Record<string, string>; confirmed: boolean }) {
  const own = typeof known.name === "string" ? null : known.name;
  const code = typeof known.name === "string" ? known.name : ownName;
  return {
    kind: known.kind,
    name: code.replace("in_lieu.", ""),
    inLieu: code.startsWith("in_lieu.") ? "yes" : undefined,
    nameHans: own?.["zh-Hans"],
    nameHant: own?.["zh-Hant"],
    nameEn: own?.en,
    namePt: own?.pt,
    confirmed: known.confirmed ? "yes" : "no",
  };
}
