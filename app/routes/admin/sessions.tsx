import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endSessionsOf } from "~/domain/person/people/access.server";
import { onlyProven } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await onlyProven(args, "admin");
  const { person = "" } = args.params;
  valueOf(await endSessionsOf(actor, person));
  return redirect(`${href(locale, "adminPerson", { person })}?out`, 303);
}
