import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { signOut } from "~/domain/person/session/sessions.server";
import { localeOf, tokenOf } from "~/http/guards";
import { href } from "~/paths";
import { enquiryCookie, entryCookie, sessionCookie } from "~/platform/session/cookies";

/** Ends the session on this device, and what it had open. */
export async function action(args: ActionFunctionArgs) {
  const locale = localeOf(args);
  const token = await tokenOf(args.request);
  if (token !== null) await signOut(token);
  const headers = new Headers();
  headers.append("Set-Cookie", await sessionCookie().serialize("", { maxAge: 0 }));
  headers.append("Set-Cookie", await entryCookie().serialize("", { maxAge: 0 }));
  headers.append("Set-Cookie", await enquiryCookie().serialize("", { maxAge: 0 }));
  return redirect(href(locale, "home"), { status: 303, headers });
}
