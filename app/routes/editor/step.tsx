import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { act, read } from "~/domain/catalogue/draft/drafts.server";
import { stepForm } from "~/domain/catalogue/draft/form";
import { faultOf, formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { DraftGaps, StepForms } from "~/http/parts/draft/draft-forms";
import { DraftPage } from "~/http/parts/draft/draft-page";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export const meta: MetaFunction = (at) => titleOf(at, "draft:step.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "editor");
  return { view: found(await read(actor, args.params.reference ?? "", locale)) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "editor");
  const { reference = "" } = args.params;
  const form = await formOf(args.request);
  const parsed = parseForm(stepForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const { verdict: verb, seen } = parsed.value;
  const result = await act(actor, reference, { verb }, seen);
  if (isOutdated(result)) return outdated(form);
  if (!result.ok && result.reason === "invalid") return unprocessable(faultOf("verdict", "incomplete", form));
  valueOf(result);
  return redirect(href(locale, "editorDraft", { reference }), 303);
}

export default function DraftStepPage() {
  const { t } = useTranslation("draft");
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <DraftPage view={view} sent={sent} step={t("step.title")}>
      <DraftGaps view={view} />
      <StepForms view={view} sent={sent} />
    </DraftPage>
  );
}
