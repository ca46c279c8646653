import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { unlinkIdentity } from "~/domain/person/sso/sso.server";
import { proven } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { locale, own } = await proven(args);
  valueOf(await unlinkIdentity(own, args.params.id));
  return redirect(`${href(locale, "accountSso")}?ended`, 303);
}
