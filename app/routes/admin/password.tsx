import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { renewPassword } from "~/domain/person/invitation/invitation.server";
import { onlyProven } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await onlyProven(args, "admin");
  const { person = "" } = args.params;
  valueOf(await renewPassword(actor, person));
  return redirect(`${href(locale, "adminPerson", { person })}?password`, 303);
}
