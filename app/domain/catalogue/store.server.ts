import { z } from "zod";
import { pageSize } from "~/domain/kernel/page";
import type { Locale } from "~/domain/kernel/locale";
import { db, pool, type Prisma } from "~/platform/db/client";
import { announceChange } from "~/platform/jobs/notices";
import { lock } from "~/platform/db/lock";
import { now } from "~/platform/clock";
import { addJob } from "~/platform/jobs/jobs";
import {
  columnsOf,
  entrySchema,
  entryShape,
  type Entry,
  type EntryCard,
  type EntryFilter,
  type EntryKind,
} from "./entry";

/** What a list shows of an entry, in one language: read out of its content by the database, which is large. */
const card = `slug, kind, function, year, state, unconfirmed, content->'flags' AS flags,
  content->'names'->>$1 AS title, content->'summary'->>$1 AS summary`;

async function cardsBy(locale: Locale, rest: string, values: unknown[]): Promise<EntryCard[]> {
  const { rows } = await pool().query<EntryCard>(`SELECT ${card} FROM entry ${rest}`, [locale, ...values]);
  return rows;
}

/** One page of a kind's entries, in the catalogue's order. */
export function page(locale: Locale, kind: EntryKind, filter: EntryFilter, number: number): Promise<EntryCard[]> {
  const { function: fn = null, year = null, state = null } = filter;
  return cardsBy(
    locale,
    `WHERE kind = $2 AND ($3::text IS NULL OR function = $3) AND ($4::int IS NULL OR year = $4) AND ($5::text IS NULL OR state = $5)
     ORDER BY position, slug LIMIT ${pageSize} OFFSET $6`,
    [kind, fn, year, state, (number - 1) * pageSize],
  );
}

export type Tally = { function: string | null; year: number | null; state: string | null; count: number };

/** How many entries of a kind there are of each function, year and state together. */
export async function tally(kind: EntryKind): Promise<Tally[]> {
  const rows = await db().entry.groupBy({ by: ["function", "year", "state"], where: { kind }, _count: true });
  return rows.map(({ _count: count, ...rest }) => ({ ...rest, count }));
}

type Reading = Prisma.TransactionClient | ReturnType<typeof db>;

export async function find(slug: string, tx: Reading = db()): Promise<{ entry: Entry; updatedAt: Date } | null> {
  const row = await tx.entry.findUnique({ where: { slug }, select: { content: true, updatedAt: true } });
  return row && { entry: entryShape.parse(row.content), updatedAt: row.updatedAt };
}

/** The entries related to one, from either end of the relation. */
export function relatedTo(locale: Locale, slug: string): Promise<EntryCard[]> {
  return cardsBy(
    locale,
    `WHERE slug IN (SELECT CASE WHEN "fromSlug" = $2 THEN "toSlug" ELSE "fromSlug" END FROM entry_link WHERE $2 IN ("fromSlug", "toSlug"))
     ORDER BY position`,
    [slug],
  );
}

/** Entries that concern one of these places, the first of the catalogue at first; how many at most is the caller's choice. */
export function concerning(locale: Locale, places: string[], most: number): Promise<EntryCard[]> {
  return cardsBy(
    locale,
    `JOIN (SELECT "entrySlug", min(position) AS place FROM unnest($2::text[]) AS one, LATERAL (
        SELECT "entrySlug", position FROM entry_place WHERE "placeSlug" = one ORDER BY position, "entrySlug" LIMIT $3) AS first
      GROUP BY 1 ORDER BY 2, 1 LIMIT $3) AS chosen ON slug = "entrySlug"
     ORDER BY place, slug`,
    [places, most],
  );
}

export async function placesOf(slug: string, tx: Reading = db()): Promise<string[]> {
  const links = await tx.entryPlace.findMany({ where: { entrySlug: slug }, orderBy: { placeSlug: "asc" } });
  return links.map((link) => link.placeSlug);
}

export async function slugsByKind(): Promise<{ slug: string; kind: string; updatedAt: Date }[]> {
  return db().entry.findMany({ select: { slug: true, kind: true, updatedAt: true }, orderBy: { position: "asc" } });
}

/** Some entries of a kind with their places, in the order of their slugs, from after one slug on. */
export async function entriesAfter(
  kind: EntryKind,
  after: string,
  take: number,
): Promise<{ entry: Entry; updatedAt: Date; places: string[] }[]> {
  const rows = await db().entry.findMany({
    where: { kind, slug: { gt: after } },
    orderBy: { slug: "asc" },
    take,
    select: { slug: true, content: true, updatedAt: true },
  });
  const places = new Map(rows.map(({ slug }): [string, string[]] => [slug, []]));
  const links = await db().entryPlace.findMany({ where: { entrySlug: { in: [...places.keys()] } } });
  for (const { entrySlug, placeSlug } of links) places.get(entrySlug)?.push(placeSlug);
  return rows.map(({ slug, content, updatedAt }) => ({
    entry: entryShape.parse(content),
    updatedAt,
    places: places.get(slug) ?? [],
  }));
}

/** The relations that entries name, each once, whichever end names it. */
export function pairsOf(entries: readonly Pick<Entry, "slug" | "related">[]) {
  const pairs = new Map<string, { fromSlug: string; toSlug: string }>();
  for (const { slug, related } of entries) {
    for (const other of related) {
      const [fromSlug = slug, toSlug = other] = [slug, other].toSorted();
      pairs.set(`${fromSlug} ${toSlug}`, { fromSlug, toSlug });
    }
  }
  return [...pairs.values()];
}

/**
 * Takes in the whole first content in one transaction: what is not in it any more is gone afterwards. What editors have
 * published or withdrawn since is theirs, and stays as they left it.
 */
export async function replaceAll(entries: unknown[], placeSlugs: ReadonlyMap<string, string>): Promise<void> {
  const listed = z.array(entrySchema).parse(entries);
  await db().$transaction(async (tx) => {
    await lock(tx, "draft");
    const held = (await tx.heldEntry.findMany()).map(({ slug }) => slug);
    const kept = await tx.entry.findMany({
      where: { slug: { in: held } },
      orderBy: { position: "asc" },
      select: { slug: true, content: true },
    });
    const own = kept.map(({ content }) => entryShape.parse(content));
    const checked = listed.filter(({ slug }) => !held.includes(slug));
    // Each stands where the content lists it, and what editors have added comes after all of that.
    const order = [...listed, ...own.filter(({ slug }) => !listed.some((one) => one.slug === slug))];
    const positionOf = new Map(order.map(({ slug }, position) => [slug, position]));
    const at = (slug: string) => positionOf.get(slug) ?? 0;
    const known = await tx.entry.findMany({
      where: { synthetic: false },
      select: { slug: true, content: true, updatedAt: true },
    });
    const changed = new Map(
      known.map(({ content, updatedAt }) => [JSON.stringify(entrySchema.safeParse(content).data), updatedAt]),
    );
    const slugs = [...new Set([...known, ...listed].map(({ slug }) => slug))];
    const gone = { in: slugs.filter((slug) => !held.includes(slug)) };
    await tx.entry.deleteMany({ where: { synthetic: false, slug: gone } });
    await tx.entryLink.deleteMany({ where: { OR: [{ fromSlug: { in: slugs } }, { toSlug: { in: slugs } }] } });
    await tx.entryPlace.deleteMany({ where: { entrySlug: gone } });
    await tx.entry.createMany({
      data: checked.map((entry) => ({
        ...columnsOf(entry),
        position: at(entry.slug),
        // Who follows a thing is told when it changed, not when all were loaded again.
        updatedAt: changed.get(JSON.stringify(entry)) ?? now(),
      })),
    });
    for (const { slug } of own) {
      await tx.entry.update({ where: { slug }, data: { position: at(slug) } });
      await tx.entryPlace.updateMany({ where: { entrySlug: slug }, data: { position: at(slug) } });
    }
    await tx.entryLink.createMany({ data: pairsOf([...checked, ...own]) });
    await tx.entryPlace.createMany({
      data: checked.flatMap(({ slug, places }) =>
        places.flatMap((name) => {
          const placeSlug = placeSlugs.get(name);
          return placeSlug ? [{ entrySlug: slug, placeSlug, position: at(slug) }] : [];
        }),
      ),
      skipDuplicates: true,
    });
    await addJob(tx, "search.rebuild", {}, "search.rebuild");
    await announceChange(tx, "content");
  });
}

/** What editors have published or withdrawn at that time or later. */
export async function heldSince(at: Date): Promise<string[]> {
  return (await db().heldEntry.findMany({ where: { heldAt: { gte: at } } })).map(({ slug }) => slug);
}

/** Tells every process that the index holds something new. */
export async function announceIndexed(): Promise<void> {
  await announceChange(db(), "search");
}
