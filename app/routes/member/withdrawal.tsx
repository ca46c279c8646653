import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { withdrawalForm } from "~/domain/suggestion/form";
import { act } from "~/domain/suggestion/suggestion.server";
import { formOf, parseForm } from "~/http/form/form";
import { only } from "~/http/guards";
import { refusal, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "member");
  const parsed = parseForm(withdrawalForm, await formOf(args.request));
  if (!parsed.ok) throw refusal({ ok: false, reason: "invalid" });
  const { seen } = parsed.value;
  const { reference } = valueOf(await act(actor, "member", args.params.reference ?? "", { verb: "withdraw" }, seen));
  return redirect(href(locale, "memberSuggestion", { reference }), 303);
}
