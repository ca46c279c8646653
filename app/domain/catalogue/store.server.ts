import { z } from "zod";
import { pageSize, type Page } from "~/domain/kernel/page";
import { db } from "~/platform/db/client";
import { announceChange } from "~/platform/jobs/notices";
import { addJob } from "~/platform/jobs/jobs";
import { entrySchema, type Entry, type EntryCard, type EntryFilter, type EntryKind } from "./entry";

/** Content was checked when it was taken in: reading it back needs its shape, not another check of every text. */
const shape = z.custom<Entry>((value) => typeof value === "object" && value !== null && "slug" in value);
const cardOf = (row: { content: unknown }): EntryCard => {
  const { slug, kind, function: fn, year, state, unconfirmed, flags, names, summary } = shape.parse(row.content);
  return { slug, kind, function: fn, year, state, unconfirmed, flags, names, summary };
};

const filterNames = ["function", "year", "state"] as const;

export type Count = { value: string; count: number };

/** One page of a kind's entries, and how many there are by function, year and state. */
export async function list(
  kind: EntryKind,
  filter: EntryFilter,
  number: number,
): Promise<{ page: Page<EntryCard>; counts: Record<"function" | "year" | "state", Count[]> }> {
  const [rows, all] = await Promise.all([
    db().entry.findMany({
      where: { kind, ...filter },
      orderBy: { position: "asc" },
      skip: (number - 1) * pageSize,
      take: pageSize,
      select: { content: true },
    }),
    db().entry.groupBy({ by: ["function", "year", "state"], where: { kind }, _count: true }),
  ]);
  const wanted = all.filter((row) =>
    filterNames.every((name) => filter[name] === undefined || row[name] === filter[name]),
  );
  const total = wanted.reduce((sum, row) => sum + row._count, 0);
  const counts = (pick: (row: (typeof all)[number]) => string | number | null) => {
    const sums = new Map<string, number>();
    for (const row of all) {
      const value = pick(row);
      if (value !== null) sums.set(String(value), (sums.get(String(value)) ?? 0) + row._count);
    }
    return [...sums]
      .map(([value, count]) => ({ value, count }))
      .toSorted((one, other) => other.value.localeCompare(one.value));
  };
  return {
    page: { items: rows.map(cardOf), number, size: pageSize, total },
    counts: {
      function: counts((row) => row.function),
      year: counts((row) => row.year),
      state: counts((row) => row.state),
    },
  };
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
    SELECT content FROM entry WHERE slug IN (SELECT "entrySlug" FROM entry_place WHERE "placeSlug" = ANY(${places}))
    ORDER BY position LIMIT ${most}`;
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
    await tx.entry.deleteMany();
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
      })),
    });
    await tx.entryLink.createMany({ data: [...pairs.values()] });
    await tx.entryPlace.createMany({
      data: checked.flatMap(({ slug, places }) =>
        places.flatMap((name) => {
          const placeSlug = placeSlugs.get(name);
          return placeSlug ? [{ entrySlug: slug, placeSlug }] : [];
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
