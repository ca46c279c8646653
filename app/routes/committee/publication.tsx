import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { publicationForm } from "~/domain/suggestion/form";
import { act } from "~/domain/suggestion/suggestion.server";
import { formOf, parseForm } from "~/http/form/form";
import { only } from "~/http/guards";
import { refusal, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const parsed = parseForm(publicationForm, await formOf(args.request));
  if (!parsed.ok) throw refusal({ ok: false, reason: "invalid" });
  const { seen, verdict } = parsed.value;
  const result = await act(actor, "committee", args.params.reference ?? "", { verb: verdict }, seen);
  const { reference } = valueOf(result);
  return redirect(href(locale, "committeeSuggestion", { reference }), 303);
}
