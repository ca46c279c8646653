import { createTransport } from "nodemailer";
import type { Locale } from "~/domain/kernel/locale";
import { now } from "../clock";
import { db, type Prisma } from "../db/client";
import { env } from "../env";
import { words } from "../i18n/i18n";
import { addJob } from "../jobs/jobs";

export type Letter = {
  /** The same key twice sends one mail. */
  dedupeKey: string;
  recipient: string;
  locale: Locale;
  /** A key of `locales/<language>/mail.json`, with `subject` and `text`. */
  template: string;
  /** Codes, references and links. Nothing that a person wrote. */
  params: Record<string, string>;
};

/** Puts a letter into the outbox inside the caller's transaction. The worker sends it. */
export async function post(transaction: Prisma.TransactionClient, letter: Letter): Promise<void> {
  const row = await transaction.mail.upsert({ where: { dedupeKey: letter.dedupeKey }, create: letter, update: {} });
  await addJob(transaction, "mail.send", { id: row.id }, `mail:${row.id}`);
}

/** Sends a waiting letter. Sent twice at the same moment it still goes out once: the row is claimed first. */
export async function sendLetter(id: string): Promise<void> {
  const row = await db().mail.findUnique({ where: { id } });
  if (!row || row.state === "sent") return;
  const t = words(row.locale as Locale, "mail");
  const params = row.params as Record<string, string>;
  const subject = t(`${row.template}.subject`, params);
  const text = `${t(`${row.template}.text`, params)}\n\n${t("footer")}\n`;
  const url = env().SMTP_URL;
  if (url) {
    const transport = createTransport(url);
    const messageId = `<${row.id}@${new URL(env().BASE_URL).hostname}>`;
    await transport.sendMail({ from: env().MAIL_FROM, to: row.recipient, subject, text, messageId });
    transport.close();
  }
  await db().mail.update({ where: { id }, data: { state: "sent", sentAt: now(), subject, text } });
}

/** The latest letters, for the outbox page of developers. */
export function latestLetters(limit: number) {
  return db().mail.findMany({ orderBy: { createdAt: "desc" }, take: limit });
}
