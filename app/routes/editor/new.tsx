import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { begin } from "~/domain/catalogue/draft/drafts.server";
import { newForm, writtenKinds } from "~/domain/catalogue/draft/form";
import { faultOf, formOf, newRequestKey, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { languageOptions } from "~/http/parts/suggestion/suggestion-fields";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Select, TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "draft:new.title");

export async function loader(args: LoaderFunctionArgs) {
  await only(args, "editor");
  return { requestKey: newRequestKey() };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "editor");
  const form = await formOf(args.request);
  const parsed = parseForm(newForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await begin(actor, parsed.value);
  if (!result.ok && result.reason === "conflict") return unprocessable(faultOf("slug", "slug_taken", form));
  const reference = valueOf(result);
  return redirect(href(locale, "editorText", { reference, language: parsed.value.source }), 303);
}

export default function NewDraft() {
  const { t } = useTranslation(["draft", "common", "enquiry"]);
  const locale = useLocale();
  const { requestKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const labels = { kind: t("entries.kind"), slug: t("new.slug"), source: t("new.source") };
  const at = (name: keyof typeof labels) => ({ name, label: labels[name], required: true, error: sent?.faults[name] });
  return (
    <>
      <Breadcrumbs items={[{ href: href(locale, "editorDesk"), label: t("desk.title") }, { label: t("new.title") }]} />
      <PageHead title={t("new.title")} lead={t("new.lead")} />
      <ErrorSummary faults={sent?.faults} labels={labels} />
      <Form requestKey={sent?.typed.requestKey ?? requestKey}>
        <Select
          {...at("kind")}
          emptyLabel={t("enquiry:choose")}
          defaultValue={sent?.typed.kind}
          options={writtenKinds.map((value) => ({ value, label: t(`common:kind.${value}`) }))}
        />
        <TextField {...at("slug")} hint={t("new.slugHint")} maxLength={60} defaultValue={sent?.typed.slug} />
        <Select {...at("source")} defaultValue={sent?.typed.source ?? "zh-Hans"} options={languageOptions} />
        <div>
          <Button>{t("new.go")}</Button>
        </div>
      </Form>
    </>
  );
}
