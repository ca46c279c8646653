import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { act, read } from "~/domain/catalogue/draft/drafts.server";
import { checkCommand, checkForm } from "~/domain/catalogue/draft/form";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { CheckForm } from "~/http/parts/draft/draft-forms";
import { DraftFacts } from "~/http/parts/draft/draft-margin";
import { DraftPage } from "~/http/parts/draft/draft-page";
import { DraftTexts } from "~/http/parts/draft/draft-texts";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export const meta: MetaFunction = (at) => titleOf(at, "draft:check.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "reviewer");
  return { view: found(await read(actor, args.params.reference ?? "", locale)) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "reviewer");
  const { reference = "" } = args.params;
  const form = await formOf(args.request);
  const parsed = parseForm(checkForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await act(actor, reference, checkCommand(parsed.value), parsed.value.seen);
  if (isOutdated(result)) return outdated(form);
  valueOf(result);
  return redirect(href(locale, "editorDraft", { reference }), 303);
}

export default function DraftCheckPage() {
  const { t } = useTranslation("draft");
  const { view } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <DraftPage view={view} sent={sent} step={t("check.title")} open={view.can.return}>
      <CheckForm view={view} sent={sent} />
      <DraftTexts view={view} />
      <DraftFacts view={view} />
    </DraftPage>
  );
}
