import { z } from "zod";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { db } from "~/platform/db/client";
import { lock } from "~/platform/db/lock";
import { announceChange } from "~/platform/jobs/notices";
import { note } from "~/platform/journal/note";
import { settingNames, valueOn, type SettingName, type Word } from "./setting";

const schema = z.object({
  name: z.enum(settingNames),
  version: z.number(),
  value: z.number(),
  source: z.string(),
  inForce: z.date().transform((date) => date.toISOString().slice(0, 10)),
  changedById: z.string(),
  changedAt: z.date(),
});

/** All that was said about settings, or about one of them, in its order. */
export async function words(name?: SettingName): Promise<Word[]> {
  const where = { name: name ?? { in: [...settingNames] } };
  const rows = await db().setting.findMany({ where, orderBy: [{ name: "asc" }, { version: "asc" }] });
  return rows.map((row) => schema.parse(row));
}

/** Whether somebody says again what they have just said. */
const isAgain = (last: Word, { value, source, inForce, changedById }: Word) =>
  last.changedById === changedById && last.value === value && last.source === source && last.inForce === inForce;

/** Adds a word; sent twice it is one. A conflict when somebody has said something else about that setting since `seen`. */
export async function say(word: Word, seen: number): Promise<Result<SettingName>> {
  const { name, value, inForce } = word;
  return db().$transaction(async (tx) => {
    await lock(tx, "setting");
    const rows = await tx.setting.findMany({ where: { name }, orderBy: { version: "asc" } });
    const before = rows.map((row) => schema.parse(row));
    const last = before.at(-1);
    if (last && last.version === seen + 1 && isAgain(last, word)) return done(name);
    if ((last?.version ?? 0) !== seen) return refuse("conflict");
    await tx.setting.create({ data: { ...word, inForce: new Date(`${inForce}T00:00:00Z`), version: seen + 1 } });
    const particulars = { value, was: valueOn(before, name, inForce), inForce };
    const by = { id: word.changedById, part: "admin" as const };
    await note(tx, { by, deed: "setting.change", reference: name, particulars });
    await announceChange(tx, "settings");
    return done(name);
  });
}
