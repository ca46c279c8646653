import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { removePasskey } from "~/domain/person/passkey/passkey.server";
import { proven } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

/** Removes one of one's own passkeys. */
export async function action(args: ActionFunctionArgs) {
  const { locale, own } = await proven(args);
  valueOf(await removePasskey(own, args.params.id ?? ""));
  return redirect(href(locale, "accountPasskeys"), 303);
}
