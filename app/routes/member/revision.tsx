import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { revisionForm } from "~/domain/suggestion/form";
import { act } from "~/domain/suggestion/suggestion.server";
import { formOf, withFiles, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { SuggestionFields, useSuggestionLabels } from "~/http/parts/suggestion/suggestion-fields";
import { Seen, StepPage } from "~/http/parts/suggestion/suggestion-sent";
import { found, valueOf } from "~/http/refuse";
import { readRevision } from "~/http/views/revision";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Form } from "~/ui/form/form";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:revise.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "member");
  return found(await readRevision(actor, locale, args.params.reference ?? ""));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "member");
  const form = await formOf(args.request, withFiles);
  const parsed = parseForm(revisionForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const { seen, placeSlug, publishable, ...rest } = parsed.value;
  const text = { ...rest, placeSlug: placeSlug ?? null, publishable: publishable === "yes" };
  const result = await act(actor, "member", args.params.reference ?? "", { verb: "revise", text, shown: locale }, seen);
  if (isOutdated(result)) return outdated(form);
  const { reference } = valueOf(result);
  return redirect(href(locale, "memberSuggestion", { reference }), 303);
}

export default function Revision() {
  const { t } = useTranslation("suggestion");
  const { view, values, places } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const labels = useSuggestionLabels();
  return (
    <StepPage view={view} sent={sent} step={t("revise.title")} open={view.can.revise}>
      <ErrorSummary faults={sent?.faults} labels={labels} />
      <Form>
        <Seen version={view.suggestion.version} sent={sent} />
        <SuggestionFields values={sent?.typed ?? values} faults={sent?.faults} places={places} />
        <div>
          <Button>{t("submit")}</Button>
        </div>
      </Form>
    </StepPage>
  );
}
