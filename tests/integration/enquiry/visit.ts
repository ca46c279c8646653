import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { consentVersion } from "~/domain/enquiry/form";
import * as ask from "~/routes/public/ask";
import * as askReceipt from "~/routes/public/ask-receipt";
import * as askReturn from "~/routes/public/ask-return";
import { openReceipt } from "~/domain/enquiry/enquiry.server";
import { onceCookie, sessionCookie } from "~/platform/session/cookies";

type Params = Record<string, string>;
type Visit = { path?: string; params?: Params; cookie?: string; body?: Record<string, string>; network?: string };

/** The arguments of a loader, or with a body of an action, as the front door would make them. */
export function visit({
  path = "",
  params = {},
  cookie,
  body,
  network = "10.0.0",
}: Visit): LoaderFunctionArgs & ActionFunctionArgs {
  const lang = params.lang ?? "zh-Hans";
  const request = new Request(`http://portal.test/${lang}${path}`, {
    method: body ? "POST" : "GET",
    headers: cookie ? { Cookie: cookie } : {},
    ...(body ? { body: new URLSearchParams(body) } : {}),
  });
  return { request, params: { lang, ...params }, context: { network } };
}

/** What a loader or action answered or threw, as a status, an address and what it set. */
export async function answerOf(doing: Promise<unknown>) {
  const said: unknown = await doing.catch((thrown: unknown) => thrown);
  if (said instanceof Error) throw said;
  const init = said instanceof Response ? said : (said as { init?: ResponseInit | null } | null)?.init;
  const headers = new Headers(init?.headers);
  return {
    status: init?.status ?? 200,
    to: headers.get("Location"),
    cookies: headers.getSetCookie(),
    data: (said as { data?: unknown } | null)?.data,
  };
}

/** The `name=value` that a browser would send back. */
export function sentBack(cookies: string[]): string {
  return cookies.map((cookie) => cookie.split(";")[0]).join("; ");
}

export async function signedInAs(token: string): Promise<string> {
  return sentBack([await sessionCookie().serialize(token)]);
}

export function aWish(wishes: Record<string, string> = {}): Record<string, string> {
  return {
    requestKey: randomUUID(),
    topic: "INH",
    place: "taishan",
    region: "PA",
    nationality: "foreign",
    text: "我父亲在巴拿马去世,台山有一间祖屋,请问继承要准备什么材料?",
    consent: consentVersion,
    ...wishes,
  };
}

/** Asks through the form and gives what the receipt page would show. */
export async function asked(wishes: Record<string, string> = {}, lang = "zh-Hans") {
  const answer = await answerOf(ask.action(visit({ path: "/ask", params: { lang }, body: aWish(wishes) })));
  const once: unknown = await onceCookie().parse(sentBack(answer.cookies));
  const receipt = openReceipt(once);
  if (!receipt?.code) throw new Error(`No receipt: ${answer.status}`);
  return { reference: receipt.reference, code: receipt.code, once: sentBack(answer.cookies) };
}

/** Enters a receipt code and gives the cookie that opens the enquiry. */
export async function returned(code: string): Promise<string> {
  const answer = await answerOf(
    askReturn.action(visit({ path: "/ask/return", body: { code }, network: randomUUID() })),
  );
  return sentBack(answer.cookies);
}

export { ask, askReceipt, askReturn };
