import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptanceForm } from "~/domain/suggestion/form";
import { acceptanceCommand } from "~/domain/suggestion/commands";
import { act, read } from "~/domain/suggestion/suggestion.server";
import { parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { AcceptanceForm } from "~/http/parts/unit-forms";
import { SuggestionHead, SuggestionText } from "~/http/parts/suggestion-view";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:acceptance.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "unit");
  return { view: found(await read(actor, "unit", args.params.reference ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "unit");
  const parsed = parseForm(acceptanceForm, await args.request.formData());
  if (!parsed.ok) return unprocessable(parsed);
  const result = await act(actor, "unit", args.params.reference ?? "", acceptanceCommand(parsed.value));
  const { reference } = valueOf(result);
  return redirect(href(locale, "unitSuggestion", { reference }), 303);
}

export default function Page() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <SuggestionHead view={view} />
      <SuggestionText view={view} />
      <AcceptanceForm view={view} sent={sent} />
    </>
  );
}
