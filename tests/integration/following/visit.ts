import { expect } from "vitest";
import { db, pool } from "~/platform/db/client";
import { engine } from "~/platform/search/choose";
import { sendLetter } from "~/platform/mail/mail";
import * as confirm from "~/routes/following/confirm";
import * as follow from "~/routes/following/follow";
import { answerOf, visit } from "../enquiry/visit";

const address = "Reader.Canary@example.org";
export const wish = { email: address, rhythm: "daily", hour: "8", timeZone: "America/Vancouver", consent: "yes" };

/** Sends the form to follow what an address names. */
export const ask = (target: string, body: Record<string, string> = wish, network = "10.1.0") =>
  answerOf(follow.action(visit({ path: `/follow?${target}`, params: { lang: "pt" }, body, network })));

/** Sends what waits in the outbox, and gives the link of the latest letter. */
export async function latest(): Promise<{ subject: string; text: string; path: string }> {
  for (const { id } of await db().mail.findMany({ where: { state: "waiting" } })) await sendLetter(id);
  const mail = await db().mail.findFirst({ orderBy: { createdAt: "desc" } });
  const text = mail?.text ?? "";
  return { subject: mail?.subject ?? "", text, path: /\/pt\/following\/\S+/.exec(text)?.[0] ?? "" };
}

/** Token and follow of the link in a letter. */
export function paramsOf(path: string) {
  const [, , , token = "", , id = ""] = path.split("/");
  return { lang: "pt", token, follow: id };
}

/** Follows a target and says yes; gives the token. */
export async function followed(target: string, body = wish): Promise<string> {
  await ask(target, body);
  const params = paramsOf((await latest()).path);
  expect((await answerOf(confirm.action(visit({ params, body: {} })))).status).toBe(303);
  return params.token;
}

/** Changes a published thing in the index at this moment. */
export async function change(key: string, at: Date, to: object = {}): Promise<void> {
  const [document] = await engine().byKeys([key]);
  await pool().query(`UPDATE search_row SET document = $2, "updatedAt" = $3 WHERE key = $1`, [
    key,
    { ...(document as object), ...to, updatedAt: at.toISOString() },
    at,
  ]);
}

const day = 24 * 3600_000;

/** So many days after today, at that hour of UTC: whatever the hour now, the days lie apart. */
export const inDays = (days: number, hour: number) =>
  new Date(Math.floor(Date.now() / day) * day + days * day + hour * 3600_000);

export const digests = () => db().mail.findMany({ where: { template: "digest" }, orderBy: { createdAt: "asc" } });
