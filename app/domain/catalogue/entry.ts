import { z } from "zod";
import { localized } from "~/domain/kernel/localized";

/** The kinds of things that editors publish. */
export const entryKinds = [
  "initiative",
  "project",
  "programme",
  "proposal",
  "suggestion",
  "issue",
  "event",
  "document",
  "body",
  "station",
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** The Four Functions (四大功能), by which projects are sorted. */
export const functions = ["cultural-exchange", "economic-cooperation", "rights-protection", "think-tank"] as const;
export type FunctionCode = (typeof functions)[number];

/** How far something has come. */
export const entryStates = ["planned", "under-way", "ongoing", "done", "filed", "replied"] as const;

const paragraphs = z.object({
  "zh-Hans": z.array(z.string()),
  "zh-Hant": z.array(z.string()),
  en: z.array(z.string()),
  pt: z.array(z.string()),
});

/** One entry as it stands in prisma/content/entries.json and in the database. Unknown things are null, never guessed. */
export const entrySchema = z.object({
  slug: z.string().regex(/^[a-z0-9-]+$/),
  kind: z.enum(entryKinds),
  function: z.enum(functions).nullable(),
  year: z.number().int().nullable(),
  state: z.enum(entryStates).nullable(),
  flags: z.array(z.enum(["no1_proposal"])),
  unconfirmed: z.boolean(),
  dates: z.object({ start: z.string().nullable(), end: z.string().nullable(), fuzzy: localized.nullable() }),
  names: localized,
  aliases: z.array(z.string()),
  /** Words by which people ask for it and which none of its texts has. They are shown to nobody but editors. */
  searchWords: z.array(z.string()).optional(),
  asPrinted: z.string().nullable(),
  summary: localized,
  body: paragraphs,
  steps: z.array(z.object({ when: localized.nullable(), text: localized })),
  units: z.array(localized),
  places: z.array(z.string()),
  related: z.array(z.string()),
  figures: z.array(z.string()),
  sources: z.array(z.object({ id: z.string(), note: localized.nullable() })),
});

export type Entry = z.infer<typeof entrySchema>;

/** Content was checked when it was taken in: reading it back needs its shape, not another check of every text. */
export const entryShape = z.custom<Entry>((value) => typeof value === "object" && value !== null && "slug" in value);

/** What a list shows of an entry, in the reader's language. */
export type EntryCard = Pick<Entry, "slug" | "kind" | "function" | "year" | "state" | "unconfirmed" | "flags"> & {
  title: string;
  summary: string;
};

export type EntryFilter = { function?: string; year?: number; state?: string };

/** The columns of an entry's row that lists are filtered by, beside its content. */
export function columnsOf(entry: Entry) {
  const { slug, kind, function: fn, year, state, unconfirmed } = entry;
  return { slug, kind, function: fn, year, state, unconfirmed, content: entry };
}

/** An entry of which nothing is known yet but what kind of thing it is. */
export function emptyEntry(slug: string, kind: Entry["kind"]): Entry {
  const empty = { "zh-Hans": "", "zh-Hant": "", en: "", pt: "" };
  return {
    slug,
    kind,
    function: null,
    year: null,
    state: null,
    flags: [],
    unconfirmed: false,
    dates: { start: null, end: null, fuzzy: null },
    names: empty,
    aliases: [],
    searchWords: [],
    asPrinted: null,
    summary: empty,
    body: { "zh-Hans": [], "zh-Hant": [], en: [], pt: [] },
    steps: [],
    units: [],
    places: [],
    related: [],
    figures: [],
    sources: [],
  };
}
