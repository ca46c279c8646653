import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ratingForm } from "~/domain/suggestion/form";
import { act, read } from "~/domain/suggestion/suggestion.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { RatingForm } from "~/http/parts/suggestion/rating-form";
import { StepPage } from "~/http/parts/suggestion/suggestion-sent";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:rating.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "member");
  return { view: found(await read(actor, "member", args.params.reference ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "member");
  const form = await formOf(args.request);
  const parsed = parseForm(ratingForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const { seen, ...sent } = parsed.value;
  const result = await act(actor, "member", args.params.reference ?? "", { verb: "rate", ...sent }, seen);
  if (isOutdated(result)) return outdated(form);
  const { reference } = valueOf(result);
  return redirect(href(locale, "memberSuggestion", { reference }), 303);
}

export default function Page() {
  const { t } = useTranslation("suggestion");
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <StepPage view={view} sent={sent} step={t("rating.title")} open={view.can.rate}>
      <RatingForm view={view} sent={sent} />
    </StepPage>
  );
}
