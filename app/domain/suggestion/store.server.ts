import type { z } from "zod";
import type { Locale } from "~/domain/kernel/locale";
import { pageSize, type Page } from "~/domain/kernel/page";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { consentTo } from "~/domain/privacy/consent";
import { db, type Prisma } from "~/platform/db/client";
import { addJob } from "~/platform/jobs/jobs";
import { announceChange } from "~/platform/jobs/notices";
import { note } from "~/platform/journal/note";
import { post, type Letter } from "~/platform/mail/mail";
import type { scopeOf } from "./policy";
import { isReference } from "./published";
import { columnsOf, suggestionOf, unitRow } from "./rows";
import { visible } from "./scope-store.server";
import type { Event, State, Suggestion, Text } from "./suggestion";

export type NewFile = { name: string; type: string; size: number; storageKey: string };
export type Role = "member" | "committee" | "unit" | "supervision" | "calendar";
export type Deed = {
  event: Event;
  shown: Locale;
  actorId: string | null;
  actorRole: Role;
  at: Date;
  letters: Letter[];
};

const files = { select: { id: true, name: true, size: true, type: true } } as const;

export async function find(reference: string, scope: ReturnType<typeof scopeOf>) {
  if (!isReference(reference)) return null;
  const row = await db().suggestion.findFirst({
    where: { AND: [{ reference }, visible(scope)] },
    include: {
      files,
      events: { orderBy: { version: "asc" } },
      author: { select: { id: true, email: true, locale: true, name: true } },
    },
  });
  return row && { suggestion: suggestionOf(row), files: row.files, events: row.events, author: row.author };
}

export async function list(
  scope: ReturnType<typeof scopeOf>,
  stateIn: State[] | null,
  number: number,
): Promise<Page<Suggestion>> {
  const where: Prisma.SuggestionWhereInput = { AND: [visible(scope), stateIn ? { state: { in: stateIn } } : {}] };
  const [rows, total] = await Promise.all([
    db().suggestion.findMany({
      where,
      orderBy: { submittedAt: "desc" },
      skip: (number - 1) * pageSize,
      take: pageSize,
    }),
    db().suggestion.count({ where }),
  ]);
  return { items: rows.map(suggestionOf), number, size: pageSize, total };
}

export async function findByRequestKey(requestKey: string, authorId: string): Promise<string | null> {
  const row = await db().suggestion.findUnique({ where: { requestKey }, select: { reference: true, authorId: true } });
  return row?.authorId === authorId ? row.reference : null;
}

/** Keeps a new suggestion with its number, its first event and the letters about it; all or nothing. */
export async function create(
  text: Text,
  own: { requestKey: string; shown: Locale; authorId: string; series: string; at: Date; files: NewFile[] },
  letters: (reference: string) => Letter[],
): Promise<string> {
  const { requestKey, shown, authorId, series, at } = own;
  return db().$transaction(async (tx) => {
    const { value } = await tx.counter.upsert({
      where: { series },
      create: { series, value: 1 },
      update: { value: { increment: 1 } },
    });
    const reference = `YJ-${series.slice(-4)}-${String(value).padStart(4, "0")}`;
    const { id } = await tx.suggestion.create({
      data: {
        ...text,
        reference,
        requestKey,
        authorId,
        state: "submitted",
        submittedAt: at,
        files: { create: own.files },
        events: { create: { version: 1, verb: "submit", actorId: authorId, actorRole: "member", at, particulars: {} } },
      },
    });
    if (text.publishable) await tx.consent.create({ data: consentTo("suggestion", id, shown, at) });
    for (const letter of letters(reference)) await post(tx, letter);
    await note(tx, { by: { id: authorId, part: "member" }, deed: "suggestion.submit", reference });
    return reference;
  });
}

/** Saves a step. Refused as a conflict when somebody else has taken another one since it was read. */
export async function save(next: Suggestion, { event, letters, shown, ...deed }: Deed): Promise<Result<Suggestion>> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.suggestion.updateMany({
      where: { id: next.id, version: next.version - 1 },
      data: columnsOf(next),
    });
    if (count === 0) return refuse("conflict");
    await tx.suggestionEvent.create({ data: { ...event, ...deed, suggestionId: next.id, version: next.version } });
    if (event.verb === "revise") {
      const given = { subject: "suggestion", subjectId: next.id, withdrawnAt: null };
      await tx.consent.updateMany({ where: given, data: { withdrawnAt: deed.at } });
      if (next.publishable) await tx.consent.create({ data: consentTo("suggestion", next.id, shown, deed.at) });
    }
    for (const letter of letters) await post(tx, letter);
    // The notice that a day goes back to is named in words: the history has them, the journal keeps codes.
    const { source: _, ...codes } = event.particulars;
    const by = { id: deed.actorId, part: deed.actorRole === "calendar" ? ("system" as const) : deed.actorRole };
    await note(tx, {
      by,
      deed: `suggestion.${event.verb}`,
      reference: next.reference,
      particulars: { ...codes, version: next.version },
    });
    if (next.publishedAt || event.verb === "unpublish") {
      await addJob(tx, "search.refresh", { key: `suggestion:${next.reference}` }, `search:${next.reference}`);
      await announceChange(tx, "suggestions");
    }
    return done(next);
  });
}

/** What waits to be taken on by a unit, with when its last day for that was set. */
export async function assigned(): Promise<{ suggestion: Suggestion; datedAt: Date }[]> {
  const rows = await db().suggestion.findMany({
    where: { state: "assigned" },
    include: { events: { where: { verb: { in: ["assign", "redate"] } }, orderBy: { version: "desc" }, take: 1 } },
    orderBy: { reference: "asc" },
  });
  return rows.map((row) => ({ suggestion: suggestionOf(row), datedAt: row.events[0]?.at ?? row.submittedAt }));
}

export async function findFile(id: string, scope: ReturnType<typeof scopeOf>) {
  return db().suggestionFile.findFirst({
    where: { id, suggestion: visible(scope) },
    include: { suggestion: { select: { reference: true, authorId: true } } },
  });
}

/** Notes that staff looked at what a member wrote: a list, a suggestion or one of its files. */
export async function noteLook(
  by: { id: string; part: Exclude<Role, "calendar"> },
  deed: "suggestion.list" | "suggestion.read" | "suggestion.file",
  reference: string,
  particulars: Record<string, string | number> = {},
): Promise<void> {
  await note(db(), { by, deed, reference, particulars });
}

/** A handling unit, and how the public reaches it. */
export type Unit = z.output<typeof unitRow>;

/** The handling units, those that are closed among them. */
export async function units(): Promise<(Unit & { open: boolean })[]> {
  const rows = await db().organisation.findMany({ where: { kind: "unit" }, orderBy: { slug: "asc" } });
  return rows.map((row) => ({ ...unitRow.parse(row), open: row.closedAt === null }));
}

export async function findUnit(slug: string): Promise<Unit | null> {
  const row = await db().organisation.findUnique({ where: { slug } });
  return row && unitRow.parse(row);
}

/** Who holds a role at this moment, as staff or as their head, for one organisation or for any. */
export async function holdersOf(
  role: "unit" | "committee",
  organisation: string | null,
  at: Date,
): Promise<{ id: string; email: string; locale: string }[]> {
  const valid = { from: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] };
  const held = { role: { in: [role, `${role}_head`] }, ...(organisation !== null && { organisation }), ...valid };
  return db().person.findMany({
    where: { disabledAt: null, grants: { some: held } },
    select: { id: true, email: true, locale: true },
    orderBy: { id: "asc" },
  });
}

export async function findPublished(reference: string) {
  if (!isReference(reference)) return null;
  const row = await db().suggestion.findFirst({ where: { reference, publishedAt: { not: null } } });
  return row && { suggestion: suggestionOf(row), updatedAt: row.updatedAt };
}

export async function publishedAfter(after: string, take: number) {
  const rows = await db().suggestion.findMany({
    where: { publishedAt: { not: null }, reference: { gt: after } },
    orderBy: { reference: "asc" },
    take,
  });
  return rows.map((row) => ({ suggestion: suggestionOf(row), updatedAt: row.updatedAt }));
}

export async function publishedReferences(): Promise<string[]> {
  const rows = await db().suggestion.findMany({
    where: { publishedAt: { not: null } },
    select: { reference: true },
    orderBy: { reference: "asc" },
  });
  return rows.map(({ reference }) => reference);
}

/** By reference the language that each of these was written in which is published. */
export async function languagesWritten(references: string[]): Promise<Map<string, Locale>> {
  const rows = await db().suggestion.findMany({ where: { reference: { in: references }, publishedAt: { not: null } } });
  return new Map(rows.map(suggestionOf).map(({ reference, locale }) => [reference, locale]));
}

/** The suggestions that were saved at that time or later, published or not. */
export async function savedSince(at: Date) {
  const rows = await db().suggestion.findMany({ where: { updatedAt: { gte: at } } });
  return rows.map((row) => ({ suggestion: suggestionOf(row), updatedAt: row.updatedAt, published: !!row.publishedAt }));
}

export async function publishedPage(
  number: number,
): Promise<Page<Pick<Suggestion, "reference" | "title" | "locale" | "function" | "state" | "submittedAt">>> {
  const where = { publishedAt: { not: null } };
  const [rows, total] = await Promise.all([
    db().suggestion.findMany({
      where,
      orderBy: [{ publishedAt: "desc" }, { reference: "asc" }],
      skip: (number - 1) * pageSize,
      take: pageSize,
    }),
    db().suggestion.count({ where }),
  ]);
  const items = rows.map(suggestionOf).map(({ reference, title, locale, function: fn, state, submittedAt }) => ({
    reference,
    title,
    locale,
    function: fn,
    state,
    submittedAt,
  }));
  return { items, number, size: pageSize, total };
}

export async function authorOf(id: string): Promise<{ id: string; email: string; locale: string }> {
  return db().person.findUniqueOrThrow({ where: { id }, select: { id: true, email: true, locale: true } });
}
