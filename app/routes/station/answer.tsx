import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readAsStaff } from "~/domain/enquiry/desk.server";
import { answerForm, longest } from "~/domain/enquiry/form";
import { answerEnquiry } from "~/domain/enquiry/steps.server";
import { languageTag } from "~/domain/kernel/locale";
import { formOf, newRequestKey, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { found, valueOf } from "~/http/refuse";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Breadcrumbs } from "~/ui/breadcrumbs/breadcrumbs";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextArea } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { PrivateView } from "~/ui/section/private-view";
import { Columns } from "~/ui/stack/stack";
import { CaseFacts, CaseWords } from "./case";

export const meta: MetaFunction = (at) =>
  titleOf(at, "enquiry:desk.answerTo", { reference: at.params.reference ?? "" });

export async function loader(args: LoaderFunctionArgs) {
  const { locale, actor } = await only(args, "station");
  const reference = args.params.reference ?? "";
  const enquiry = found(await readAsStaff(actor, reference));
  if (!enquiry.can.answer) throw redirect(href(locale, "stationEnquiry", { reference }), 303);
  return { enquiry, requestKey: newRequestKey() };
}

/** Answers an enquiry that this person holds. */
export async function action(args: ActionFunctionArgs) {
  const { locale, actor } = await only(args, "station");
  const reference = args.params.reference ?? "";
  const parsed = parseForm(answerForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  valueOf(await answerEnquiry(actor, reference, parsed.value));
  return redirect(href(locale, "stationEnquiry", { reference }), 303);
}

export default function Answer() {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const { enquiry, requestKey } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const { reference } = enquiry;
  const language = t(`language.${enquiry.locale}`);
  const label = t("desk.answerIn", { language });
  return (
    <PrivateView>
      <Breadcrumbs
        items={[
          { href: href(locale, "stationDesk"), label: t("desk.title") },
          { href: href(locale, "stationEnquiry", { reference }), label: reference },
          { label: t("desk.answer") },
        ]}
      />
      <PageHead kicker={t("station")} title={t("desk.answerTo", { reference })} />
      <Columns>
        <div>
          <CaseWords enquiry={enquiry} />
          <Notice title={t("desk.writeIn", { language })}>
            <p>{t("desk.writeInText")}</p>
            <p>{t("desk.answerHint", { line: t("case.general") })}</p>
          </Notice>
          <ErrorSummary faults={sent?.faults} labels={{ text: label }} />
          <Form requestKey={requestKey} isPrivate>
            <input type="hidden" name="seen" value={sent?.typed.seen ?? enquiry.version} />
            <TextArea
              name="text"
              label={label}
              lang={languageTag[enquiry.locale]}
              rows={12}
              maxLength={2 * longest}
              isPrivate
              required
              defaultValue={sent?.typed.text}
              error={sent?.faults.text}
            />
            <div>
              <Button>{t("desk.sendAnswer")}</Button>
            </div>
          </Form>
        </div>
        <aside>
          <CaseFacts enquiry={enquiry} />
        </aside>
      </Columns>
    </PrivateView>
  );
}
