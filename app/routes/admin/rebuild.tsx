import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { rebuildIndex } from "~/domain/upkeep/upkeep.server";
import { only } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  valueOf(await rebuildIndex(actor));
  return redirect(`${href(locale, "adminUpkeep")}?rebuilding`, 303);
}
