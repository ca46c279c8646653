import { z } from "zod";
import { pageSize } from "~/domain/kernel/page";
import { db } from "~/platform/db/client";
import { announceChange } from "~/platform/jobs/notices";
import { now } from "~/platform/clock";
import { addJob } from "~/platform/jobs/jobs";
import { entrySchema, type Entry, type EntryCard, type EntryFilter, type EntryKind } from "./entry";

/** Content was checked when it was taken in: reading it back needs its shape, not another check of every text. */
const shape = z.custom<Entry>((value) => typeof value === "object" && value !== null && "slug" in value);
const cardOf = (row: { content: unknown }): EntryCard => {
  const { slug, kind, function: fn, year, state, unconfirmed, flags, names, summary } = shape.parse(row.content);
  return { slug, kind, function: fn, year, state, unconfirmed, flags, names, summary };
};

/** One page of a kind's entries, in the catalogue's order. */
export async function page(kind: EntryKind, filter: EntryFilter, number: number): Promise<EntryCard[]> {
  const rows = await db().entry.findMany({
    where: { kind, ...filter },
    orderBy: { position: "asc" },
    skip: (number - 1) * pageSize,
    take: pageSize,
    select: { content: true },
  });
  return rows.map(cardOf);
}

export type Tally = { function: string | null; year: number | null; state: string | null; count: number };

/** How many entries of a kind there are of each function, year and state together. */
export async function tally(kind: EntryKind): Promise<Tally[]> {
  const rows = await db().entry.groupBy({ by: ["function", "year", "state"], where: { kind }, _count: true });
  return rows.map(({ _count: count, ...rest }) => ({ ...rest, count }));
}

export async function find(slug: string): Promise<{ entry: Entry; updatedAt: Date } | null> {
  const row = await db().entry.findUnique({ where: { slug }, select: { content: true, updatedAt: true } });
  return row && { entry: shape.parse(row.content), updatedAt: row.updatedAt };
}

/** The entries related to one, from either end of the relation. */
export async function relatedTo(slug: string): Promise<EntryCard[]> {
  const links = await db().entryLink.findMany({ where: { OR: [{ fromSlug: slug }, { toSlug: slug }] } });
  const slugs = links.map((link) => (link.fromSlug === slug ? link.toSlug : link.fromSlug));
  return cards(slugs);
}

export async function cards(slugs: string[]): Promise<EntryCard[]> {
  const rows = await db().entry.findMany({
    where: { slug: { in: slugs } },
    orderBy: { position: "asc" },
    select: { content: true },
  });
  return rows.map(cardOf);
}

/** Entries that concern one of these places, the first of the catalogue at first; how many at most is the caller's choice. */
export async function concerning(places: string[], most: number): Promise<EntryCard[]> {
  const rows = await db().$queryRaw<{ content: unknown }[]>`
    SELECT content FROM entry JOIN (
      SELECT "entrySlug", min(position) AS place FROM unnest(${places}::text[]) AS one, LATERAL (
        SELECT "entrySlug", position FROM entry_place WHERE "placeSlug" = one ORDER BY position, "entrySlug" LIMIT ${most}) AS first
      GROUP BY 1 ORDER BY 2, 1 LIMIT ${most}) AS chosen ON slug = "entrySlug"
    ORDER BY place, slug`;
  return rows.map(cardOf);
}

export async function placesOf(slug: string): Promise<string[]> {
  const links = await db().entryPlace.findMany({ where: { entrySlug: slug } });
  return links.map((link) => link.placeSlug);
}

export async function slugsByKind(): Promise<{ slug: string; kind: string; updatedAt: Date }[]> {
  return db().entry.findMany({ select: { slug: true, kind: true, updatedAt: true }, orderBy: { position: "asc" } });
}

/** Some entries with their places, in the order of their slugs, from after one slug on. */
export async function entriesAfter(
  after: string,
  take: number,
): Promise<{ entry: Entry; updatedAt: Date; places: string[] }[]> {
  const rows = await db().entry.findMany({
    where: { slug: { gt: after } },
    orderBy: { slug: "asc" },
    take,
    select: { slug: true, content: true, updatedAt: true },
  });
  const places = new Map(rows.map(({ slug }): [string, string[]] => [slug, []]));
  const links = await db().entryPlace.findMany({ where: { entrySlug: { in: [...places.keys()] } } });
  for (const { entrySlug, placeSlug } of links) places.get(entrySlug)?.push(placeSlug);
  return rows.map(({ slug, content, updatedAt }) => ({
    entry: shape.parse(content),
    updatedAt,
    places: places.get(slug) ?? [],
  }));
}

/** Takes in the whole first content in one transaction: what is not in it any more is gone afterwards. */
export async function replaceAll(entries: unknown[], placeSlugs: ReadonlyMap<string, string>): Promise<void> {
  const checked = z.array(entrySchema).parse(entries);
  const pairs = new Map<string, { fromSlug: string; toSlug: string }>();
  for (const { slug, related } of checked) {
    for (const other of related) {
      const [fromSlug = slug, toSlug = other] = [slug, other].toSorted();
      pairs.set(`${fromSlug} ${toSlug}`, { fromSlug, toSlug });
    }
  }
  await db().$transaction(async (tx) => {
    const known = await tx.entry.findMany({
      where: { synthetic: false },
      select: { content: true, updatedAt: true },
    });
    const changed = new Map(
      known.map(({ content, updatedAt }) => [JSON.stringify(entrySchema.safeParse(content).data), updatedAt]),
    );
    await tx.entry.deleteMany({ where: { synthetic: false } });
    await tx.entryLink.deleteMany();
    await tx.entryPlace.deleteMany();
    await tx.entry.createMany({
      data: checked.map((entry, position) => ({
        slug: entry.slug,
        kind: entry.kind,
        function: entry.function,
        year: entry.year,
        state: entry.state,
        unconfirmed: entry.unconfirmed,
        position,
        content: entry,
        // Who follows a thing is told when it changed, not when all were loaded again.
        updatedAt: changed.get(JSON.stringify(entry)) ?? now(),
      })),
    });
    await tx.entryLink.createMany({ data: [...pairs.values()] });
    await tx.entryPlace.createMany({
      data: checked.flatMap(({ slug, places }, position) =>
        places.flatMap((name) => {
          const placeSlug = placeSlugs.get(name);
          return placeSlug ? [{ entrySlug: slug, placeSlug, position }] : [];
        }),
      ),
      skipDuplicates: true,
    });
    await addJob(tx, "search.rebuild", {}, "search.rebuild");
    await announceChange(tx, "content");
  });
}

/** Tells every process that the index holds something new. */
export async function announceIndexed(): Promise<void> {
  await announceChange(db(), "search");
}
