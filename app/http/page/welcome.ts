import { redirect } from "@remix-run/node";
import type { Locale } from "~/domain/kernel/locale";
import type { Entry } from "~/domain/person/entry.server";
import { cookieOf } from "~/http/guards";
import { href } from "~/paths";
import { entryCookie } from "~/platform/session/cookies";
import { localPath } from "./local-path";

/** Leads somebody on who signs in: where they wanted to go, to the page that asks for a code, or to set one up first. */
export async function welcome(entry: Entry, request: Request, locale: Locale): Promise<Response> {
  return welcomeTo(entry, localPath(new URL(request.url).searchParams.get("to"), locale), locale, new Headers());
}

/** The same to a page of ours, with `headers` besides. */
export async function welcomeTo(entry: Entry, wish: string, locale: Locale, headers: Headers): Promise<Response> {
  const back = `?to=${encodeURIComponent(wish)}`;
  if ("ticket" in entry) {
    headers.append("Set-Cookie", await entryCookie().serialize(entry.ticket));
    return redirect(href(locale, "signInCode") + back, { status: 303, headers });
  }
  headers.append("Set-Cookie", await cookieOf(entry.token));
  headers.append("Set-Cookie", await entryCookie().serialize("", { maxAge: 0 }));
  return redirect(entry.owes ? href(locale, "accountFactor") + back : wish, { status: 303, headers });
}
