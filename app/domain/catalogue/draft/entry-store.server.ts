import { z } from "zod";
import { columnsOf, entrySchema, type Entry } from "~/domain/catalogue/entry";
import type { db, Prisma } from "~/platform/db/client";
import { addJob } from "~/platform/jobs/jobs";
import { announceChange } from "~/platform/jobs/notices";

const content = z.custom<Entry>((value) => typeof value === "object" && value !== null && "slug" in value);

/** An entry as it is published, its places by their keys. */
export type Published = { content: Entry; updatedAt: Date };

export async function findEntry(
  slug: string,
  tx: Prisma.TransactionClient | ReturnType<typeof db>,
): Promise<Published | null> {
  const row = await tx.entry.findUnique({ where: { slug }, select: { content: true, updatedAt: true } });
  if (!row) return null;
  const links = await tx.entryPlace.findMany({ where: { entrySlug: slug }, orderBy: { placeSlug: "asc" } });
  const places = links.map(({ placeSlug }) => placeSlug);
  return { content: { ...content.parse(row.content), places }, updatedAt: row.updatedAt };
}

/** Publishes an entry with its places and relations: lists, pages, feeds and the search have it when this commits. */
export async function publishEntry(tx: Prisma.TransactionClient, draft: Entry, at: Date): Promise<void> {
  const entry = entrySchema.parse(draft);
  const { slug, places } = entry;
  const columns = { ...columnsOf(entry), updatedAt: at };
  const { _max: last } = await tx.entry.aggregate({ where: { synthetic: false }, _max: { position: true } });
  const { position } = await tx.entry.upsert({
    where: { slug },
    create: { ...columns, position: (last.position ?? 0) + 1 },
    update: columns,
  });
  await tx.entryPlace.deleteMany({ where: { entrySlug: slug } });
  await tx.entryPlace.createMany({ data: places.map((placeSlug) => ({ entrySlug: slug, placeSlug, position })) });
  const links = entry.related.map((other) => [slug, other].toSorted());
  await tx.entryLink.createMany({
    data: links.map(([fromSlug = slug, toSlug = slug]) => ({ fromSlug, toSlug })),
    skipDuplicates: true,
  });
  await settle(tx, slug, at);
}

/** Takes an entry off the portal. What names it as related leads nowhere while it is gone, and is there when it comes back. */
export async function removeEntry(tx: Prisma.TransactionClient, slug: string, at: Date): Promise<void> {
  await tx.entry.delete({ where: { slug } });
  await tx.entryPlace.deleteMany({ where: { entrySlug: slug } });
  await settle(tx, slug, at);
}

/** From now on editors decide on this entry; pages and the search are told. */
async function settle(tx: Prisma.TransactionClient, slug: string, at: Date): Promise<void> {
  await tx.heldEntry.upsert({ where: { slug }, create: { slug, heldAt: at }, update: { heldAt: at } });
  await addJob(tx, "search.refresh", { key: `entry:${slug}` }, `search:entry:${slug}`);
  await announceChange(tx, "content");
}
