import { createTransport } from "nodemailer";
import type { Locale } from "~/domain/kernel/locale";
import { now } from "../clock";
import { seal, unseal } from "../crypto/seal";
import { db, type Prisma } from "../db/client";
import { env } from "../env";
import { words } from "../i18n/i18n";
import { addJob } from "../jobs/jobs";
import { fill } from "./fill";
import { returnAddress } from "./return-address";

export type Letter = {
  /** The same key twice sends one mail. */
  dedupeKey: string;
  recipient: string;
  /** For somebody without an account: the address lies sealed in the outbox and is gone once the letter is out. */
  isPrivate?: boolean;
  locale: Locale;
  /** A key of `locales/<language>/mail.json`, with `subject` and `text`. */
  template: string;
  /** Codes, references, times, links, and titles that are public. Nothing else that a person wrote. */
  params: Record<string, string>;
  /** The address that ends letters of this sort with one click (RFC 8058). */
  off?: string;
};

const sealedMark = "sealed:";

/** Whether a recipient lies sealed in the outbox, or did until the letter went out. */
export function isSealed(recipient: string): boolean {
  return recipient.startsWith(sealedMark);
}

/** Puts a letter into the outbox inside the caller's transaction. The worker sends it. False: it is there already. */
export async function post(transaction: Prisma.TransactionClient, letter: Letter): Promise<boolean> {
  const { isPrivate, off, ...create } = letter;
  if (off) create.params = { ...create.params, off };
  if (isPrivate)
    create.recipient = sealedMark + Buffer.from(seal(letter.recipient, letter.dedupeKey)).toString("base64");
  // Two of one key may come at one moment: the later one waits for the earlier one, and leaves it as it is.
  const { count } = await transaction.mail.createMany({ data: create, skipDuplicates: true });
  const row = await transaction.mail.findUnique({ where: { dedupeKey: letter.dedupeKey } });
  if (row) await addJob(transaction, "mail.send", { id: row.id }, `mail:${row.id}`);
  return count > 0;
}

/** Takes letters out of the outbox, sent or not, inside the caller's transaction: nothing of them stays. */
export async function withdraw(transaction: Prisma.TransactionClient, dedupeKeys: string[]): Promise<void> {
  await transaction.mail.deleteMany({ where: { dedupeKey: { in: dedupeKeys } } });
}

/**
 * Sends a waiting letter. Its row stays locked meanwhile, so that two workers send it once; one that dies between the
 * handing over and the note of it sends it again, under the same message id.
 */
export function sendLetter(id: string): Promise<void> {
  return db().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM mail WHERE id = ${id}::uuid FOR UPDATE`;
      const row = await tx.mail.findUnique({ where: { id } });
      if (row?.state === "waiting") await tx.mail.update({ where: { id }, data: await handOver(row) });
    },
    { timeout: 60_000 },
  );
}

type Row = { id: string; recipient: string; dedupeKey: string; locale: string; template: string; params: unknown };

/** Hands a letter to the mail server, where there is one, and gives back what to note of it. */
async function handOver(row: Row) {
  const t = words(row.locale as Locale, "mail");
  const params = row.params as Record<string, string>;
  const say = (part: "subject" | "text") => fill(t(`${row.template}.${part}`, { skipInterpolation: true }), params);
  const subject = say("subject");
  const text = `${say("text")}\n\n${t("footer")}\n`;
  const url = env().SMTP_URL;
  if (url) {
    const transport = createTransport(url);
    const messageId = `<${row.id}@${new URL(env().BASE_URL).hostname}>`;
    const [from, to] = [env().MAIL_FROM, addressOf(row)];
    const back = returnAddress(row.id);
    const envelope = back === null ? {} : { envelope: { from: back, to } };
    await transport
      .sendMail({ from, to, subject, text, messageId, headers: offHeaders(params), ...envelope })
      .catch(failWithoutAddress);
    transport.close();
  }
  const sent = { state: "sent", sentAt: now(), subject, text };
  if (!isSealed(row.recipient)) return sent;
  // Links in such a letter are keys to what is private: only where no mail goes out may developers read them.
  return { ...sent, recipient: sealedMark, ...(url ? { text: null, params: {} } : {}) };
}

function offHeaders({ off }: Record<string, string>): Record<string, string> {
  return off ? { "List-Unsubscribe": `<${off}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {};
}

/** A server's refusal quotes the address, and the job queue keeps what a job says: only its code is passed on. */
function failWithoutAddress(error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
  throw new Error(`A letter could not be handed over (${code}).`);
}

function addressOf({ recipient, dedupeKey }: { recipient: string; dedupeKey: string }): string {
  if (!isSealed(recipient)) return recipient;
  return unseal(Buffer.from(recipient.slice(sealedMark.length), "base64"), dedupeKey);
}

/**
 * Notes that a letter that was sent came back, with the code that says why; the first report counts. False: there is no
 * such letter, or it is noted.
 */
export async function noteReturn(id: string, code: string): Promise<boolean> {
  const data = { state: "returned", returnedAt: now(), returnCode: code };
  return (await db().mail.updateMany({ where: { id, state: "sent" }, data })).count > 0;
}

/** Which of these letters came back. */
export async function cameBack(dedupeKeys: string[]): Promise<Set<string>> {
  const where = { dedupeKey: { in: dedupeKeys }, state: "returned" };
  const rows = dedupeKeys.length === 0 ? [] : await db().mail.findMany({ where, select: { dedupeKey: true } });
  return new Set(rows.map(({ dedupeKey }) => dedupeKey));
}

/** The latest letters, for the outbox page of developers. */
export function latestLetters(limit: number) {
  return db().mail.findMany({ orderBy: { createdAt: "desc" }, take: limit });
}
