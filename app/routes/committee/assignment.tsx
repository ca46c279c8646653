import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { assignmentForm } from "~/domain/suggestion/form";
import { act, read } from "~/domain/suggestion/suggestion.server";
import { formOf, faultOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { AssignmentForm } from "~/http/parts/suggestion/committee-forms";
import { StepPage } from "~/http/parts/suggestion/suggestion-sent";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:assignment.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "committee");
  return { view: found(await read(actor, "committee", args.params.reference ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const form = await formOf(args.request);
  const parsed = parseForm(assignmentForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const { seen, ...sent } = parsed.value;
  const result = await act(actor, "committee", args.params.reference ?? "", { verb: "assign", ...sent }, seen);
  if (!result.ok && result.reason === "invalid") return unprocessable(faultOf("dueOn", "bad_date", form));
  if (isOutdated(result)) return outdated(form);
  const { reference } = valueOf(result);
  return redirect(href(locale, "committeeSuggestion", { reference }), 303);
}

export default function Page() {
  const { t } = useTranslation("suggestion");
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <StepPage view={view} sent={sent} step={t("assignment.title")} open={view.can.assign}>
      <AssignmentForm view={view} sent={sent} />
    </StepPage>
  );
}
