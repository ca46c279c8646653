import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { replyForm } from "~/domain/suggestion/form";
import { act, read } from "~/domain/suggestion/suggestion.server";
import { parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { ReplyForm } from "~/http/parts/unit-forms";
import { SuggestionHead, SuggestionText } from "~/http/parts/suggestion-view";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:reply.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "unit");
  return { view: found(await read(actor, "unit", args.params.reference ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "unit");
  const parsed = parseForm(replyForm, await args.request.formData());
  if (!parsed.ok) return unprocessable(parsed);
  const result = await act(actor, "unit", args.params.reference ?? "", { verb: "reply", ...parsed.value });
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
      <ReplyForm view={view} sent={sent} />
    </>
  );
}
