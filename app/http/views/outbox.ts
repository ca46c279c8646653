import { env } from "~/platform/env";
import { latestLetters } from "~/platform/mail/mail";
import { notFound } from "../guards";

/** The latest letters, where demonstration is on: elsewhere there is no such page. */
export async function readOutbox() {
  if (!env().demo) throw notFound();
  const letters = await latestLetters(50);
  return letters.map(({ id, recipient, subject, text, createdAt, locale }) => ({
    id,
    recipient: recipient.startsWith("sealed:") ? "·····" : recipient,
    subject: subject ?? "",
    text: text ?? "",
    createdAt: createdAt.toISOString(),
    language: locale,
  }));
}
