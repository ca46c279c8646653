import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { heads } from "~/domain/kernel/actor";
import { uninviteFromTeam } from "~/domain/person/team/team.server";
import { only } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, ...heads);
  valueOf(await uninviteFromTeam(actor, args.params.invitation));
  return redirect(`${href(locale, "team")}?taken`, 303);
}
