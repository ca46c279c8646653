import { randomUUID } from "node:crypto";
import type { Step } from "~/domain/membership/import/plan";
import type { Seen } from "~/http/views/bring-list";
import * as page from "~/routes/members/import";
import { answerOf, visit } from "../enquiry/visit";

export const head = ["Full name", "E-mail address", "Kind of member", "Session", "Language for letters"];
export const one = (email: string, name = "梁測試") => [name, email, "Macao member", "14", "English"];
export const someone = () => `${randomUUID()}@example.org`;
export const written = (rows: string[][], sign = ",") => rows.map((row) => row.join(sign)).join("\r\n");

/** Sends the form of the page that takes a list in. */
export async function send(cookie: string, fields: Record<string, string | File>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const args = visit({ cookie, params: { lang: "en" }, path: "/committee/members/import" });
  const request = new Request(args.request.url, { method: "POST", headers: { Cookie: cookie }, body: form });
  const answer = await answerOf(page.action({ ...args, request }));
  const sent = answer.data as Seen<Step> | undefined;
  return { ...answer, sent, looked: sent?.looked ?? null };
}

/** Sends a file to be looked at. */
export const look = (cookie: string, list: string | Uint8Array<ArrayBuffer>) =>
  send(cookie, { file: new File([list], "list") });
export type Looked = Awaited<ReturnType<typeof look>>;

/** What a list that can be read would change, or what is wrong in it. */
export function resultOf({ looked }: Looked) {
  if (!looked || "fault" in looked.result) throw new Error("It is no list");
  return looked.result;
}
export const steps = (seen: Looked) => resultOf(seen).steps.map(({ what }) => what);

/** Has a list taken in as it was seen. */
export const take = (cookie: string, seen: Looked, more: Record<string, string> = {}) =>
  send(cookie, { rows: seen.looked?.rows ?? "", seen: resultOf(seen).seen, ...more });
