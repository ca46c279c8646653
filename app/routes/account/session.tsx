import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endSession } from "~/domain/person/session/sessions.server";
import { signedIn } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

/** Ends one of one's own sessions. */
export async function action(args: ActionFunctionArgs) {
  const { locale, own } = await signedIn(args);
  valueOf(await endSession(own, args.params.id ?? ""));
  return redirect(href(locale, "account"), 303);
}
