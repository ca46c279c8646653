import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { entryToChange, withdraw } from "~/domain/catalogue/draft/drafts.server";
import { withdrawalForm } from "~/domain/catalogue/draft/form";
import { formOf, newRequestKey, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { EntryToChange } from "~/http/parts/draft/entry-to-change";
import { WithdrawalForm } from "~/http/parts/draft/withdrawal-form";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";

export const meta: MetaFunction = (at) => titleOf(at, "draft:withdrawal.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor, locale } = await only(args, "editor");
  const entry = found(await entryToChange(actor, args.params.slug ?? "", locale));
  return { ...entry, requestKey: newRequestKey() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "editor");
  const parsed = parseForm(withdrawalForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  const reference = valueOf(await withdraw(actor, args.params.slug ?? "", parsed.value));
  return redirect(href(locale, "editorDraft", { reference }), 303);
}

export default function Withdrawal() {
  const { t } = useTranslation("draft");
  const { requestKey, ...entry } = useLoaderData<typeof loader>();
  return (
    <EntryToChange entry={entry} step={t("withdrawal.title")}>
      <WithdrawalForm slug={entry.slug} requestKey={requestKey} sent={useActionData<typeof action>()} />
    </EntryToChange>
  );
}
