import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { acceptanceCommand } from "~/domain/suggestion/commands";
import { acceptanceForm } from "~/domain/suggestion/form";
import { act, read } from "~/domain/suggestion/suggestion.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { AcceptanceForm } from "~/http/parts/suggestion/unit-forms";
import { StepPage } from "~/http/parts/suggestion/suggestion-sent";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:acceptance.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "unit");
  return { view: found(await read(actor, "unit", args.params.reference ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "unit");
  const form = await formOf(args.request);
  const parsed = parseForm(acceptanceForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await act(
    actor,
    "unit",
    args.params.reference ?? "",
    acceptanceCommand(parsed.value),
    parsed.value.seen,
  );
  if (isOutdated(result)) return outdated(form);
  const { reference } = valueOf(result);
  return redirect(href(locale, "unitSuggestion", { reference }), 303);
}

export default function Page() {
  const { t } = useTranslation("suggestion");
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <StepPage view={view} sent={sent} step={t("acceptance.title")} open={view.can.accept}>
      <AcceptanceForm view={view} sent={sent} />
    </StepPage>
  );
}
