import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { loadCalendars } from "~/domain/calendar/calendar.server";
import { loadContent } from "~/domain/catalogue/loading.server";
import { indexVersion } from "~/domain/finding/document";
import { db } from "~/platform/db/client";

const names = ["entries", "places", "places-villages", "figures", "surnames", "calendar"] as const;

/** Loads the first content of the portal from prisma/content, unless this very content is there and indexed already. */
export async function seedContent(): Promise<void> {
  const texts = names.map((name) => readFileSync(`prisma/content/${name}.json`, "utf8"));
  const value = Number.parseInt(
    createHash("sha256").update(`${indexVersion} ${texts.join()}`).digest("hex").slice(0, 7),
    16,
  );
  const loaded = await db().counter.findUnique({ where: { series: "content" } });
  if (loaded?.value === value) return;
  const [entries, places, divisions, figures, surnames, calendar] = texts.map((text) => JSON.parse(text));
  await loadCalendars(calendar);
  await loadContent({ entries, places, divisions, figures, surnames });
  await db().counter.upsert({ where: { series: "content" }, create: { series: "content", value }, update: { value } });
}
