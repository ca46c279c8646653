import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { countyOptions } from "~/domain/place/places.server";
import { noticeOn } from "~/domain/setting/notice/notices.server";
import { suggestionForm } from "~/domain/suggestion/form";
import { submit } from "~/domain/suggestion/suggestion.server";
import { formOf, withFiles, faultOf, newRequestKey, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { FormNotice } from "~/http/parts/form-notice";
import { SuggestionFields, useSuggestionLabels } from "~/http/parts/suggestion/suggestion-fields";
import { valueOf } from "~/http/refuse";
import { uploadsOf } from "~/http/form/uploads";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { FileField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "suggestion:new.title");

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await only(args, "member");
  const [places, notice] = [await countyOptions(locale), await noticeOn("suggestion", locale)];
  return { requestKey: newRequestKey(), places, notice };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "member");
  const form = await formOf(args.request, withFiles);
  const parsed = parseForm(suggestionForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const files = await uploadsOf(form, "files");
  if (!files.ok) return unprocessable(faultOf("files", files.fault, form));
  const { requestKey, publishable, placeSlug, ...text } = parsed.value;
  const whole = { ...text, placeSlug: placeSlug ?? null, publishable: publishable === "yes" };
  const reference = valueOf(await submit(actor, requestKey, whole, files.uploads, locale));
  return redirect(`${href(locale, "memberSuggestion", { reference })}?received`, 303);
}

export default function NewSuggestion() {
  const { t } = useTranslation("suggestion");
  const locale = useLocale();
  const { requestKey, places, notice } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const labels = useSuggestionLabels();
  return (
    <>
      <PageHead title={t("new.title")} lead={t("new.lead")} />
      <FormNotice text={notice} />
      <ErrorSummary faults={sent?.faults} labels={labels} />
      <Form multipart draft="suggestion" requestKey={sent?.typed.requestKey ?? requestKey}>
        <SuggestionFields values={sent?.typed ?? { locale }} faults={sent?.faults} places={places} />
        <FileField
          name="files"
          label={t("field.files")}
          hint={t("field.filesHint")}
          error={sent?.faults.files}
          multiple
          accept=".pdf,.jpg,.jpeg,.png,.txt"
        />
        <div>
          <Button>{t("submit")}</Button>
        </div>
      </Form>
    </>
  );
}
