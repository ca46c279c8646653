import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { act } from "~/domain/suggestion/suggestion.server";
import { only } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "member");
  const { reference } = valueOf(await act(actor, "member", args.params.reference ?? "", { verb: "withdraw" }));
  return redirect(href(locale, "memberSuggestion", { reference }), 303);
}
