import { z } from "zod";
import { db } from "~/platform/db/client";
import { surnameSchema, type Surname } from "./surname";

const shape = z.custom<Surname>((value) => surnameSchema.safeParse(value).success);

export async function everything(): Promise<Surname[]> {
  const rows = await db().surname.findMany({ orderBy: { position: "asc" }, select: { content: true } });
  return rows.map((row) => shape.parse(row.content));
}

/** Takes in all family names; those that are not listed any more are gone afterwards. */
export async function replaceAll(listed: unknown): Promise<void> {
  const surnames = z.array(surnameSchema).parse(listed);
  await db().$transaction([
    db().surname.deleteMany(),
    db().surname.createMany({
      data: surnames.map((surname, position) => ({ slug: surname.slug, position, content: surname })),
    }),
  ]);
}
