import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ratingForm } from "~/domain/suggestion/form";
import { act, read } from "~/domain/suggestion/suggestion.server";
import { parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { RatingForm } from "~/http/parts/rating-form";
import { SuggestionHead, SuggestionText } from "~/http/parts/suggestion-view";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:rating.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "member");
  return { view: found(await read(actor, "member", args.params.reference ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "member");
  const parsed = parseForm(ratingForm, await args.request.formData());
  if (!parsed.ok) return unprocessable(parsed);
  const { reference } = valueOf(
    await act(actor, "member", args.params.reference ?? "", { verb: "rate", ...parsed.value }),
  );
  return redirect(href(locale, "memberSuggestion", { reference }), 303);
}

export default function Rating() {
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <SuggestionHead view={view} />
      <SuggestionText view={view} />
      {view.can.rate ? <RatingForm sent={sent} /> : null}
    </>
  );
}
