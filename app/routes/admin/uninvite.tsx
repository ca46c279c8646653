import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { uninvite } from "~/domain/person/invitation/invitation.server";
import { only } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  valueOf(await uninvite(actor, args.params.invitation));
  return redirect(`${href(locale, "adminInvitations")}?ended`, 303);
}
