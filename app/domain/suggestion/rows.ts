import { z } from "zod";
import { functions } from "~/domain/catalogue/entry";
import { locales } from "~/domain/kernel/locale";
import { localized } from "~/domain/kernel/localized";
import { ratings, replyClasses, states, type Suggestion } from "./suggestion";

const schema = z.object({
  id: z.string(),
  reference: z.string(),
  authorId: z.string(),
  locale: z.enum(locales),
  title: z.string(),
  matter: z.string(),
  analysis: z.string(),
  measures: z.string(),
  function: z.enum(functions),
  placeSlug: z.string().nullable(),
  publishable: z.boolean(),
  state: z.enum(states),
  version: z.number(),
  unitSlug: z.string().nullable(),
  submittedAt: z.date(),
  assignedAt: z.date().nullable(),
  dueOn: z.date().nullable(),
  acceptBy: z.date().nullable(),
  replyText: z.string().nullable(),
  replyLocale: z.enum(locales).nullable(),
  replyClass: z.enum(replyClasses).nullable(),
  repliedAt: z.date().nullable(),
  rating: z.enum(ratings).nullable(),
  publishedAt: z.date().nullable(),
});

/** A row of the database as a suggestion. Throws where the row holds what no suggestion can be. */
export function suggestionOf(row: unknown): Suggestion {
  const { replyText, replyLocale, replyClass, repliedAt, dueOn, acceptBy, ...rest } = schema.parse(row);
  const reply =
    replyText !== null && replyLocale && replyClass && repliedAt
      ? { text: replyText, locale: replyLocale, class: replyClass, at: repliedAt }
      : null;
  return { ...rest, reply, dueOn: textOfDay(dueOn), acceptBy: textOfDay(acceptBy) };
}

function textOfDay(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}

function dateOfDay(day: string | null): Date | null {
  return day ? new Date(`${day}T00:00:00Z`) : null;
}

/** A suggestion as columns to write. */
export function columnsOf({
  reply,
  dueOn,
  acceptBy,
  id: _id,
  reference: _reference,
  authorId: _author,
  submittedAt: _at,
  ...rest
}: Suggestion) {
  return {
    ...rest,
    dueOn: dateOfDay(dueOn),
    acceptBy: dateOfDay(acceptBy),
    replyText: reply?.text ?? null,
    replyLocale: reply?.locale ?? null,
    replyClass: reply?.class ?? null,
    repliedAt: reply?.at ?? null,
  };
}

export const unitRow = z.object({
  slug: z.string(),
  names: localized,
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

type StepRow = { verb: string; at: Date; particulars: unknown; words: string | null; actorRole: string };

/** The steps as a page shows them, each with the unit that handled the suggestion at that time. */
export function historyOf(rows: StepRow[]) {
  let unit: string | undefined;
  return rows.map(({ verb, at, words, actorRole, particulars }) => {
    const codes = recordOf(particulars);
    unit = codes.unit ?? unit;
    return { verb, at, words, actorRole, particulars: codes, unit: unit ?? null };
  });
}

/** The particulars of a step as the database keeps them. */
export function recordOf(value: unknown): Record<string, string> {
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(entries.map(([key, one]) => [key, String(one)]));
}
