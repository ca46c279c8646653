import { z } from "zod";
import { localized } from "~/domain/kernel/localized";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { db, type Prisma } from "~/platform/db/client";
import { addJob } from "~/platform/jobs/jobs";
import { note } from "~/platform/journal/note";
import { kinds, regions, type CalendarDay, type Region } from "./calendar";

/** A word about a day, with who said it and when. Nobody: it came with the portal. */
export type Told = CalendarDay & { changedById: string | null; changedAt: Date };
export type Word = Omit<CalendarDay, "version">;

const textOfDay = z.date().transform((date) => date.toISOString().slice(0, 10));
const schema = z.object({
  region: z.enum(regions),
  day: textOfDay,
  version: z.number(),
  kind: z.enum(kinds),
  name: z.union([z.string(), localized]),
  source: z.string(),
  inForce: textOfDay.nullable(),
  confirmed: z.boolean(),
  changedById: z.string().nullable(),
  changedAt: z.date(),
});
const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);

/** All that was told about a region's days, in their order. */
export async function told(region: Region): Promise<Told[]> {
  const rows = await db().calendarDay.findMany({ where: { region }, orderBy: [{ day: "asc" }, { version: "asc" }] });
  return rows.map((row) => schema.parse(row));
}

/**
 * Adds words about days, all or none, and has what was counted by them dated anew. With `seen`, the version that was on
 * the page, it is a conflict when somebody has said something else about that day meanwhile.
 */
export async function tell(words: Word[], by: string | null, at: Date, seen?: number): Promise<Result<number>> {
  return db().$transaction(async (tx) => {
    const latest = await latestOf(tx, words);
    const versionOf = (word: Word) => latest.get(keyOf(word))?.version ?? 0;
    if (seen !== undefined && words.some((word) => versionOf(word) !== seen)) return refuse("conflict");
    await insert(tx, words, versionOf, by, at);
    const [first] = words;
    const reference = words.length === 1 && first ? `${first.region}:${first.day}` : (first?.region ?? "");
    const particulars = { days: words.length, ...(words.length === 1 && first && { kind: first.kind }) };
    await note(tx, { by: { id: by, part: by ? "admin" : "system" }, deed: "calendar.tell", reference, particulars });
    return done(words.length);
  });
}

/** Takes the shipped days in, where nothing was said about a day yet or only by an earlier release. */
export async function ship(words: Word[], at: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const latest = await latestOf(tx, words);
    const versionOf = (word: Word) => latest.get(keyOf(word))?.version ?? 0;
    const news = words.filter((word) => {
      const last = latest.get(keyOf(word));
      return !last || (last.changedById === null && !same(last, word));
    });
    if (news.length > 0) await insert(tx, news, versionOf, null, at);
  });
}

const keyOf = ({ region, day }: { region: string; day: string }) => `${region} ${day}`;

function same(one: Word, other: Word): boolean {
  const parts = ({ kind, name, source, inForce, confirmed }: Word) => [kind, name, source, inForce, confirmed];
  return JSON.stringify(parts(one)) === JSON.stringify(parts(other));
}

/** The latest word about each day, with the calendar held still until the transaction ends. */
async function latestOf(tx: Prisma.TransactionClient, words: Word[]): Promise<Map<string, Told>> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('calendar_day'))`;
  const where = { region: { in: [...regions] }, day: { in: words.map(({ day }) => dateOf(day)) } };
  const rows = await tx.calendarDay.findMany({ where, orderBy: { version: "asc" } });
  return new Map(rows.map((row) => schema.parse(row)).map((row) => [keyOf(row), row]));
}

async function insert(
  tx: Prisma.TransactionClient,
  words: Word[],
  versionOf: (word: Word) => number,
  changedById: string | null,
  changedAt: Date,
): Promise<void> {
  await tx.calendarDay.createMany({
    data: words.map((word) => ({
      ...word,
      day: dateOf(word.day),
      inForce: word.inForce === null ? null : dateOf(word.inForce),
      version: versionOf(word) + 1,
      changedById,
      changedAt,
    })),
  });
  await addJob(tx, "suggestion.redate", {}, "suggestion.redate");
}
