import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { supervisionForm } from "~/domain/suggestion/form";
import { act, read } from "~/domain/suggestion/suggestion.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { StepPage } from "~/http/parts/suggestion/suggestion-sent";
import { SupervisionForm } from "~/http/parts/suggestion/supervision-form";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:supervision.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "supervision");
  return { view: found(await read(actor, "supervision", args.params.reference ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "supervision");
  const form = await formOf(args.request);
  const parsed = parseForm(supervisionForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const { seen, words } = parsed.value;
  const result = await act(actor, "supervision", args.params.reference ?? "", { verb: "supervise", words }, seen);
  if (isOutdated(result)) return outdated(form);
  const { reference } = valueOf(result);
  return redirect(href(locale, "supervisionSuggestion", { reference }), 303);
}

export default function Page() {
  const { t } = useTranslation("suggestion");
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <StepPage view={view} sent={sent} step={t("supervision.title")} open={view.can.supervise}>
      <SupervisionForm view={view} sent={sent} />
    </StepPage>
  );
}
