import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { inviteMember } from "~/domain/membership/desk.server";
import { only } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const member = valueOf(await inviteMember(actor, args.params.member));
  return redirect(`${href(locale, "committeeMember", { member })}?invited`, 303);
}
