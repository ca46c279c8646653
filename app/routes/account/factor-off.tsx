import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { turnOff } from "~/domain/person/factor/factor.server";
import { proven } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

/** Turns one's second factor off. */
export async function action(args: ActionFunctionArgs) {
  const { locale, own } = await proven(args);
  valueOf(await turnOff(own));
  return redirect(href(locale, "account"), 303);
}
