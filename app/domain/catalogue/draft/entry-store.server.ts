import { columnsOf, entrySchema, type Entry } from "../entry";
import { find, pairsOf, placesOf } from "../store.server";
import type { Prisma } from "~/platform/db/client";
import { addJob } from "~/platform/jobs/jobs";
import { announceChange } from "~/platform/jobs/notices";

/** An entry as it is published, its places by their keys. */
export type Published = { content: Entry; updatedAt: Date };

export async function findEntry(slug: string, tx?: Prisma.TransactionClient): Promise<Published | null> {
  const found = await find(slug, tx);
  return found && { content: { ...found.entry, places: await placesOf(slug, tx) }, updatedAt: found.updatedAt };
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
  await tx.entryLink.createMany({ data: pairsOf([entry]), skipDuplicates: true });
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
