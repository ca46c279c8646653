import { redirect } from "@remix-run/node";
import type { Locale } from "~/domain/kernel/locale";
import { newSetup, readFactor, type Shown } from "~/domain/person/factor/factor.server";
import type { OpenSession } from "~/domain/person/session/session";
import { cookieOf } from "~/http/guards";
import { localPath } from "~/http/page/local-path";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { onceCookie } from "~/platform/session/cookies";
import { qrOf } from "./entry";

/** The page of the second factor: as it stands, or, where there is none or it is to move, what an app needs. */
export async function readFactorPage(own: OpenSession, move: boolean) {
  const factor = await readFactor(own);
  const required = own.withheld.length > 0;
  if (factor.since && !move) return { ...factor, required, setup: null };
  const { address, text, secret } = valueOf(await newSetup(own));
  const svg = await qrOf(address);
  return { ...factor, required, setup: { svg, text, secret } };
}

/** Leads on to the page that shows the recovery codes once, and from there to where somebody wanted to go. */
export async function withCodes({ token, once }: Shown, request: Request, locale: Locale): Promise<Response> {
  const wish = new URL(request.url).searchParams.get("to");
  const to = localPath(wish, locale, href(locale, "account"));
  const headers = new Headers();
  headers.append("Set-Cookie", await cookieOf(token));
  headers.append("Set-Cookie", await onceCookie().serialize(once));
  return redirect(`${href(locale, "accountCodes")}?to=${encodeURIComponent(to)}`, { status: 303, headers });
}
