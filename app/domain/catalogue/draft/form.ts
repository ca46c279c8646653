import { z } from "zod";
import { entryKinds, entryStates, functions } from "~/domain/catalogue/entry";
import { locales } from "~/domain/kernel/locale";
import { plainWords, words } from "~/domain/kernel/words";
import type { Command, Facts, Text } from "./draft";

/** Longest name, summary and text in one language, and longest reason, in characters. */
export const nameMost = 200;
export const summaryMost = 600;
export const bodyMost = 20_000;
export const reasonMost = 1000;
const linesMost = 4000;

/** What editors write themselves. Suggestions come from members alone. */
export const writtenKinds = entryKinds.filter((kind) => kind !== "suggestion");

const seen = z.coerce.number({ error: "bad_value" }).int({ error: "bad_value" });

export const newForm = z.object({
  requestKey: z.uuid({ error: "bad_value" }),
  kind: z.enum(writtenKinds, { error: "choose" }),
  slug: z
    .string({ error: "required" })
    .regex(/^[a-z][a-z0-9-]{1,59}$/, { error: "key" })
    .refine((slug) => slug !== "new", { error: "key" }),
  source: z.enum(locales, { error: "choose" }),
});

/** A change of an entry begins with nothing but which one it is. */
export const changeForm = z.object({ requestKey: z.uuid({ error: "bad_value" }) });

export const textForm = z.object({
  seen,
  name: words(nameMost),
  summary: words(summaryMost),
  body: words(bodyMost).optional(),
});

/** The text that a form holds: an empty line parts two paragraphs. */
export function textIn({ name, summary, body = "" }: z.output<typeof textForm>): Text {
  return { name, summary, body: body.split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim() || []) };
}

export const factsForm = z
  .object({
    seen,
    function: z.enum(functions, { error: "choose" }).optional(),
    year: z.coerce
      .number({ error: "year" })
      .int({ error: "year" })
      .min(1000, { error: "year" })
      .max(2200, { error: "year" })
      .optional(),
    state: z.enum(entryStates, { error: "choose" }).optional(),
    unconfirmed: z.literal("yes", { error: "bad_value" }).optional(),
    aliases: words(linesMost).optional(),
    searchWords: words(linesMost).optional(),
    places: words(linesMost).optional(),
    start: z.iso.date({ error: "bad_day" }).optional(),
    end: z.iso.date({ error: "bad_day" }).optional(),
    cited: words(summaryMost).optional(),
  })
  .refine(({ start, end }) => start === undefined || end === undefined || start <= end, {
    error: "date_order",
    path: ["end"],
  });

const linesOf = (text = "") => [...new Set(text.split("\n").flatMap((line) => plainWords(line) || []))];

/** The facts that a form holds; places as they were typed, a line each. */
export function factsIn(form: z.output<typeof factsForm>): Facts {
  return {
    function: form.function ?? null,
    year: form.year ?? null,
    state: form.state ?? null,
    unconfirmed: form.unconfirmed === "yes",
    aliases: linesOf(form.aliases),
    searchWords: linesOf(form.searchWords),
    places: linesOf(form.places),
    start: form.start ?? null,
    end: form.end ?? null,
    cited: form.cited ?? null,
  };
}

/** What an editor does with a draft as a whole. */
export const stepForm = z.object({
  seen,
  verdict: z.enum(["submit", "recall", "drop", "revive"], { error: "choose" }),
});

const answered = z.literal("yes", { error: "answered" });

/** A reviewer's answer: that the question of this check was looked into and answered with yes, or what is wrong. */
export const checkForm = z.discriminatedUnion(
  "verdict",
  [
    z.object({ seen, verdict: z.literal("pass"), answered }),
    z.object({
      seen,
      verdict: z.literal("publish"),
      answered,
      against: z.iso.datetime({ error: "bad_value" }).optional(),
    }),
    z.object({ seen, verdict: z.literal("return"), words: words(reasonMost) }),
  ],
  { error: "choose" },
);

/** The command that a reviewer's answer asks for. */
export function checkCommand(form: z.output<typeof checkForm>): Command {
  if (form.verdict === "pass") return { verb: "pass" };
  if (form.verdict === "publish") return { verb: "publish", against: form.against ?? null };
  return { verb: "return", words: form.words };
}

export const withdrawalForm = z.object({ requestKey: z.uuid({ error: "bad_value" }), words: words(reasonMost) });
