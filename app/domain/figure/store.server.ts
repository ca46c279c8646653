import { z } from "zod";
import { db } from "~/platform/db/client";
import { figureSchema, type Figure } from "./figure";

export async function list(keys?: string[]): Promise<Figure[]> {
  const rows = await db().figure.findMany({ where: keys ? { key: { in: keys } } : {}, orderBy: { position: "asc" } });
  return rows.map((row) => figureSchema.parse(row.content));
}

export async function replaceAll(figures: unknown): Promise<void> {
  const checked = z.array(figureSchema).parse(figures);
  await db().$transaction([
    db().figure.deleteMany(),
    db().figure.createMany({
      data: checked.map((figure, position) => ({ key: figure.key, group: figure.group, position, content: figure })),
    }),
  ]);
}
