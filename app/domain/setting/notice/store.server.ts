import { z } from "zod";
import { locales } from "~/domain/kernel/locale";
import { localized } from "~/domain/kernel/localized";
import { done, refuse, type Result } from "~/domain/kernel/refusal";
import { db } from "~/platform/db/client";
import { lock } from "~/platform/db/lock";
import { note } from "~/platform/journal/note";
import { noticeNames, type NoticeName, type NoticeWord } from "./notice";

const schema = z.object({
  name: z.enum(noticeNames),
  version: z.number(),
  texts: localized.nullable(),
  source: z.string(),
  inForce: z.date().transform((date) => date.toISOString().slice(0, 10)),
  changedById: z.string(),
  changedAt: z.date(),
});

/** All that was said about notices, or about one of them, in its order. */
export async function words(name?: NoticeName): Promise<NoticeWord[]> {
  const where = { name: name ?? { in: [...noticeNames] } };
  const rows = await db().formNotice.findMany({ where, orderBy: [{ name: "asc" }, { version: "asc" }] });
  return z.array(schema).parse(rows);
}

/** Whether somebody says again what they have just said. */
const isAgain = (last: NoticeWord, { texts, source, inForce, changedById }: NoticeWord) =>
  last.changedById === changedById &&
  last.source === source &&
  last.inForce === inForce &&
  locales.every((locale) => last.texts?.[locale] === texts?.[locale]);

/** Adds a word; sent twice it is one. A conflict when somebody has said something else about that notice since `seen`. */
export async function say(word: NoticeWord, seen: number): Promise<Result<NoticeName>> {
  const { name, texts, inForce, ...rest } = word;
  return db().$transaction(async (tx) => {
    await lock(tx, "setting");
    const row = await tx.formNotice.findFirst({ where: { name }, orderBy: { version: "desc" } });
    const last = row && schema.parse(row);
    if (last && last.version === seen + 1 && isAgain(last, word)) return done(name);
    if ((last?.version ?? 0) !== seen) return refuse("conflict");
    const day = new Date(`${inForce}T00:00:00Z`);
    await tx.formNotice.create({ data: { ...rest, name, inForce: day, ...(texts && { texts }) } });
    const by = { id: word.changedById, part: "admin" as const };
    const particulars = { inForce, shown: texts !== null };
    await note(tx, { by, deed: "setting.change", reference: `notice.${name}`, particulars });
    return done(name);
  });
}
