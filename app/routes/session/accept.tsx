import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { accept } from "~/domain/person/invitation/invitation.server";
import { signedIn } from "~/http/guards";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await signedIn(args);
  const { token = "" } = args.params;
  const result = await accept(actor, token);
  // A link that is over, or another's, says so on its own page.
  return redirect(result.ok ? href(locale, "home") : href(locale, "invitation", { token }), 303);
}
