import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { reviewForm } from "~/domain/suggestion/form";
import { reviewCommand } from "~/domain/suggestion/commands";
import { act, read } from "~/domain/suggestion/suggestion.server";
import { parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { ReviewForm } from "~/http/parts/committee-forms";
import { SuggestionHead, SuggestionText } from "~/http/parts/suggestion-view";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:review.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "committee");
  return { view: found(await read(actor, "committee", args.params.reference ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const parsed = parseForm(reviewForm, await args.request.formData());
  if (!parsed.ok) return unprocessable(parsed);
  const result = await act(actor, "committee", args.params.reference ?? "", reviewCommand(parsed.value));
  const { reference } = valueOf(result);
  return redirect(href(locale, "committeeSuggestion", { reference }), 303);
}

export default function Page() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <SuggestionHead view={view} />
      <SuggestionText view={view} />
      <ReviewForm view={view} sent={sent} />
    </>
  );
}
