import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endOtherSessions } from "~/domain/person/session/sessions.server";
import { signedIn } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

/** Ends all of one's own sessions but this one. */
export async function action(args: ActionFunctionArgs) {
  const { locale, own } = await signedIn(args);
  valueOf(await endOtherSessions(own));
  return redirect(href(locale, "account"), 303);
}
