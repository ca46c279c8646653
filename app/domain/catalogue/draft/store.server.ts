import { z } from "zod";
import type { Line } from "~/domain/kernel/deed";
import { chinaDay } from "~/domain/calendar/days";
import { entryShape, type Entry } from "~/domain/catalogue/entry";
import { locales, type Locale } from "~/domain/kernel/locale";
import { pageSize, type Page } from "~/domain/kernel/page";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { db, type Prisma } from "~/platform/db/client";
import { lock } from "~/platform/db/lock";
import { note } from "~/platform/journal/note";
import { post, type Letter } from "~/platform/mail/mail";
import { possible, states, underWay, upon, type Draft, type Happened, type State, type Verb } from "./draft";
import { findEntry, publishEntry, removeEntry, type Published } from "./entry-store.server";
import { desk } from "./policy";

const isVerb = (value: unknown): value is Verb => typeof value === "string" && value in possible;
const shape = z.object({
  id: z.string(),
  reference: z.string(),
  source: z.enum(locales),
  content: entryShape,
  state: z.enum(states),
  version: z.number(),
});
const happened = z.object({
  version: z.number(),
  verb: z.custom<Happened["verb"]>((value) => value === "begin" || value === "withdraw" || isVerb(value)),
  actorId: z.string(),
  at: z.date(),
  language: z.enum(locales).nullable(),
  words: z.string().nullable(),
});
const withEvents = { events: { orderBy: { version: "asc" } } } as const;
const isReference = (text: string) => /^GJ-\d{4}-\d{4,9}$/.test(text);

/** A draft with its history, and the entry as it is published now; `busy` where another draft of it is being worked on. */
export type Found = { draft: Draft; events: Happened[]; entry: Published | null; busy: boolean };

export async function find(reference: string, tx?: Prisma.TransactionClient): Promise<Found | null> {
  const row = isReference(reference)
    ? await (tx ?? db()).draft.findUnique({ where: { reference }, include: withEvents })
    : null;
  if (!row) return null;
  const draft = shape.parse(row);
  const busy = await openOf(draft.content.slug, tx);
  const entry = await findEntry(draft.content.slug, tx);
  return { draft, events: z.array(happened).parse(row.events), entry, busy: busy !== null && busy !== reference };
}

export async function entriesAmong(slugs: string[]): Promise<Set<string>> {
  const rows = await db().entry.findMany({ where: { slug: { in: slugs } }, select: { slug: true } });
  return new Set(rows.map(({ slug }) => slug));
}

/** The draft of an entry that is being written or checked, or null. */
export async function openOf(slug: string, tx?: Prisma.TransactionClient): Promise<string | null> {
  const at = { slug, state: { in: [...underWay] } };
  return (await (tx ?? db()).draft.findFirst({ where: at, select: { reference: true } }))?.reference ?? null;
}

export type Listed = { draft: Draft; events: Happened[]; updatedAt: Date };

/** One page of drafts in these states, what was changed last at first. */
export async function list(stateIn: readonly State[], number: number): Promise<Page<Listed>> {
  const where = { state: { in: [...stateIn] } };
  const [rows, total] = await Promise.all([
    db().draft.findMany({
      where,
      include: withEvents,
      orderBy: [{ updatedAt: "desc" }, { reference: "asc" }],
      skip: (number - 1) * pageSize,
      take: pageSize,
    }),
    db().draft.count({ where }),
  ]);
  const items = rows.map((row) => ({
    draft: shape.parse(row),
    events: z.array(happened).parse(row.events),
    updatedAt: row.updatedAt,
  }));
  return { items, number, size: pageSize, total };
}

/** One change of drafts at a time: two drafts of one entry, or two checks at once, are thus never made. */
function alone<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await lock(tx, "draft");
    return work(tx);
  });
}

export type Begun = { requestKey: string; slug: string; source: Locale; by: string; at: Date };

/**
 * Begins a draft and gives its reference. `make` gives its first content from the entry as it is published. What another
 * draft is already working on leads to that one; a key that a new entry cannot have is a conflict.
 */
export function begin(own: Begun, make: (entry: Published | null) => Result<Entry>): Promise<Result<string>> {
  return alone(async (tx) => {
    const known = await knownBy(tx, own, "begin");
    if (known) return known;
    const open = await openOf(own.slug, tx);
    const entry = await findEntry(own.slug, tx);
    const made = make(entry);
    if (!made.ok) return made.reason === "not_found" ? lastWithdrawn(tx, own.slug) : made;
    if (open !== null) return entry ? done(open) : refuse("conflict");
    const withdrawn = await tx.draft.count({ where: { slug: own.slug, state: "withdrawn" } });
    if (withdrawn > 0 && !entry) return refuse("conflict");
    return done(await create(tx, own, { content: made.value, state: "draft", verb: "begin", words: null }));
  });
}

/** Takes an entry off the portal, and keeps it as a withdrawn draft, whose reference this gives. */
export function withdraw(own: Omit<Begun, "source"> & { words: string }): Promise<Result<string>> {
  return alone(async (tx) => {
    const known = await knownBy(tx, own, "withdraw");
    if (known) return known;
    const entry = await findEntry(own.slug, tx);
    if (!entry) return lastWithdrawn(tx, own.slug);
    const made = { content: entry.content, state: "withdrawn", verb: "withdraw", words: own.words } as const;
    const reference = await create(tx, { ...own, source: "zh-Hans" }, made);
    await removeEntry(tx, own.slug, own.at);
    return done(reference);
  });
}

/** What a request made already: its draft, or a conflict where that was another person's. */
async function knownBy(
  tx: Prisma.TransactionClient,
  own: Pick<Begun, "requestKey" | "slug" | "by">,
  verb: Made["verb"],
): Promise<Result<string> | null> {
  const requestKey = keyOf(own, verb);
  const row = await tx.draft.findUnique({ where: { requestKey }, include: { events: { where: { version: 1 } } } });
  if (!row) return null;
  return row.events[0]?.actorId === own.by ? done(row.reference) : refuse("conflict");
}

/** A form may be sent again for something else: what it was sent for belongs to its key. */
const keyOf = ({ requestKey, slug }: Pick<Begun, "requestKey" | "slug">, verb: Made["verb"]) =>
  `${requestKey}:${verb}:${slug}`;

/** The draft under which a withdrawn entry is kept: whoever comes to it a moment later is led there. */
async function lastWithdrawn(tx: Prisma.TransactionClient, slug: string): Promise<Result<string>> {
  const where = { slug, state: "withdrawn" };
  const row = await tx.draft.findFirst({ where, orderBy: { updatedAt: "desc" }, select: { reference: true } });
  return row ? done(row.reference) : refuse("not_found");
}

type Made = { content: Entry; state: State; verb: "begin" | "withdraw"; words: string | null };

async function create(tx: Prisma.TransactionClient, own: Begun, { verb, words, ...made }: Made): Promise<string> {
  const { slug, source, by, at } = own;
  const requestKey = keyOf(own, verb);
  const year = chinaDay(at).slice(0, 4);
  const { value } = await tx.counter.upsert({
    where: { series: `draft-${year}` },
    create: { series: `draft-${year}`, value: 1 },
    update: { value: { increment: 1 } },
  });
  const reference = `GJ-${year}-${String(value).padStart(4, "0")}`;
  const event = { version: 1, verb, actorId: by, at, words };
  await tx.draft.create({
    data: { ...made, reference, requestKey, slug, source, updatedAt: at, events: { create: event } },
  });
  await note(tx, { by: { id: by, part: "editor" }, deed: `draft.${verb}`, reference, particulars: { entry: slug } });
  return reference;
}

/** What a step makes of a draft: null where it was made already. */
export type Change = {
  next: Draft;
  event: Omit<Happened, "version">;
  letters: Letter[];
  part: (typeof desk)[number];
};

/** Changes a draft as `decide` says of it as it stands, with no other change between. */
export function change(reference: string, decide: (found: Found) => Result<Change | null>): Promise<Result<Draft>> {
  return alone(async (tx) => {
    const found = await find(reference, tx);
    if (!found) return refuse("not_found");
    const decided = decide(found);
    if (!decided.ok) return decided;
    if (!decided.value) return done(found.draft);
    const { next, event, letters, part } = decided.value;
    const { id, content: text, state, version } = next;
    await tx.draft.update({ where: { id }, data: { content: text, state, version, updatedAt: event.at } });
    await tx.draftEvent.create({ data: { ...event, draftId: id, version } });
    for (const letter of letters) await post(tx, letter);
    if (event.verb === "publish") {
      await publishEntry(tx, upon(found.entry?.content ?? null, text), event.at);
      await endWithdrawn(tx, text.slug, event);
    }
    const particulars = { version, state, entry: text.slug, ...(event.language && { language: event.language }) };
    await note(tx, { by: { id: event.actorId, part }, deed: `draft.${event.verb}`, reference, particulars });
    return done(next);
  });
}

/** What was kept of an entry while it was withdrawn has no further use once it is published again. */
async function endWithdrawn(
  tx: Prisma.TransactionClient,
  slug: string,
  { actorId, at }: Change["event"],
): Promise<void> {
  const rows = await tx.draft.findMany({
    where: { slug, state: "withdrawn" },
    select: { id: true, reference: true, version: true },
  });
  for (const { id, reference, version } of rows) {
    await tx.draft.update({ where: { id }, data: { state: "dropped", version: version + 1, updatedAt: at } });
    await tx.draftEvent.create({ data: { draftId: id, version: version + 1, verb: "drop", actorId, at } });
    await note(tx, {
      by: { id: actorId, part: "reviewer" },
      deed: "draft.drop",
      reference,
      particulars: { entry: slug },
    });
  }
}

/** Notes that somebody looked at drafts: none of them is public. */
export async function noteLook(by: Line["by"], deed: "draft.list" | "draft.read", reference: string): Promise<void> {
  await note(db(), { by, deed, reference });
}
