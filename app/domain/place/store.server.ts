import { z } from "zod";
import { db } from "~/platform/db/client";
import { isSettlement, namesFrom, placeSchema, villagesSchema, type Place, type PlaceCard } from "./place";

const shape = z.custom<Place>((value) => typeof value === "object" && value !== null && "slug" in value);
const cardOf = (row: { content: unknown }): PlaceCard => {
  const { slug, type, names } = shape.parse(row.content);
  return { slug, type, names };
};

export async function find(slug: string): Promise<Place | null> {
  const row = await db().place.findUnique({ where: { slug }, select: { content: true } });
  return row && shape.parse(row.content);
}

export async function bySlugs(wanted: string[]): Promise<PlaceCard[]> {
  const rows = await db().place.findMany({
    where: { slug: { in: wanted } },
    orderBy: { position: "asc" },
    select: { content: true },
  });
  return rows.map(cardOf);
}

export async function childrenOf(parents: string[]): Promise<(PlaceCard & { parent: string })[]> {
  const rows = await db().place.findMany({
    where: { parentSlug: { in: parents } },
    orderBy: { position: "asc" },
    select: { content: true, parentSlug: true },
  });
  return rows.map((row) => ({ ...cardOf(row), parent: row.parentSlug ?? "" }));
}

/** The place and what it lies in, outermost first: one query whatever the depth. */
export async function chain(slug: string): Promise<PlaceCard[]> {
  const rows = await db().$queryRaw<{ content: unknown }[]>`
    WITH RECURSIVE up AS (
      SELECT slug, "parentSlug", content, 0 AS depth FROM place WHERE slug = ${slug}
      UNION ALL SELECT place.slug, place."parentSlug", place.content, up.depth + 1 FROM place JOIN up ON place.slug = up."parentSlug" WHERE up.depth < 6)
    SELECT content FROM up ORDER BY depth DESC`;
  return rows.map(cardOf);
}

export async function everything(): Promise<Place[]> {
  const rows = await db().place.findMany({ orderBy: { position: "asc" }, select: { content: true } });
  return rows.map((row) => shape.parse(row.content));
}

export async function slugs(): Promise<string[]> {
  const rows = await db().place.findMany({ orderBy: { position: "asc" }, select: { slug: true } });
  return rows.map((row) => row.slug);
}

/** Takes in all places. Towns and villages that have no entry of their own get one from the list of divisions. */
export async function replaceAll(listed: unknown, divisions: unknown): Promise<Map<string, string>> {
  const places = z.array(placeSchema).parse(listed);
  const divided = villagesSchema.parse(divisions);
  const towns = divided.towns.filter(({ names }) => isSettlement(names["zh-Hans"]));
  const villages = divided.villages.filter((village) => isSettlement(village["zh-Hans"]));
  const slugOfCode = new Map(places.flatMap((place) => (place.code ? [[place.code, place.slug] as const] : [])));
  const plain = { readings: [], spellings: [], unconfirmed: false, notes: null };
  const all: Place[] = [...places];
  for (const town of towns) {
    if (slugOfCode.has(town.code)) continue;
    slugOfCode.set(town.code, town.slug);
    const { "zh-Hans": hans, "zh-Hant": hant } = town.names;
    all.push({
      ...plain,
      slug: town.slug,
      code: town.code,
      type: "town",
      parent: slugOfCode.get(town.parent) ?? null,
      names: namesFrom(hans, hant, town.pinyin),
      pinyin: town.pinyin,
      jyutping: town.jyutping,
    });
  }
  for (const village of villages) {
    const names = namesFrom(village["zh-Hans"], village["zh-Hant"], village.pinyin);
    all.push({
      ...plain,
      slug: village.code,
      code: village.code,
      type: village.suffix,
      parent: slugOfCode.get(village.parent) ?? null,
      names,
      pinyin: village.pinyin,
      jyutping: village.jyutping,
    });
  }
  await db().$transaction([
    db().place.deleteMany(),
    db().place.createMany({
      data: all.map((place, position) => ({
        slug: place.slug,
        code: place.code,
        type: place.type,
        parentSlug: place.parent,
        position,
        content: place,
      })),
    }),
  ]);
  return new Map(places.map((place) => [place.names["zh-Hans"], place.slug]));
}
