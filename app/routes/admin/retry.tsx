import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { retryJob } from "~/domain/upkeep/upkeep.server";
import { isOutdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "admin");
  const result = await retryJob(actor, args.params.job);
  if (isOutdated(result)) return redirect(`${href(locale, "adminUpkeep")}?gone`, 303);
  valueOf(result);
  return redirect(`${href(locale, "adminUpkeep")}?retried`, 303);
}
