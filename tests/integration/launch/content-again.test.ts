import { expect, it } from "vitest";
import { db } from "~/platform/db/client";
import { seedContent } from "../../../prisma/seed";
import { freshDatabase } from "../../setup/database";

it("content that is loaded anew leaves alone what it did not bring", async () => {
  await freshDatabase();
  await seedContent();
  const held = async () => ({
    places: await db().entryPlace.findMany({ orderBy: [{ entrySlug: "asc" }, { placeSlug: "asc" }] }),
    links: await db().entryLink.findMany({ orderBy: [{ fromSlug: "asc" }, { toSlug: "asc" }] }),
  });
  const own = await held();
  await db().entry.create({ data: { slug: "synthetic-one", kind: "project", content: {}, synthetic: true } });
  await db().entryPlace.create({ data: { entrySlug: "synthetic-one", placeSlug: "taishan" } });
  await db().entryLink.create({ data: { fromSlug: "synthetic-one", toSlug: "synthetic-two" } });
  const before = await held();
  expect(before.places.length).toBe(own.places.length + 1);
  await db().counter.delete({ where: { series: "content" } });
  await seedContent();
  expect(await held()).toEqual(before);
});
