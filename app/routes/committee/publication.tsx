import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { act } from "~/domain/suggestion/suggestion.server";
import { only } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const form = await args.request.formData();
  const verb = form.get("verdict") === "unpublish" ? "unpublish" : "publish";
  const { reference } = valueOf(await act(actor, "committee", args.params.reference ?? "", { verb }));
  return redirect(href(locale, "committeeSuggestion", { reference }), 303);
}
