import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { keepAccount } from "~/domain/privacy/own.server";
import { signedIn } from "~/http/guards";
import { href } from "~/paths";

/** Takes back the wish to be erased. */
export async function action(args: ActionFunctionArgs) {
  const { own, locale } = await signedIn(args);
  await keepAccount(own);
  return redirect(href(locale, "own"), 303);
}
