import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { addMember } from "~/domain/membership/desk.server";
import { memberForm } from "~/domain/membership/form";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { MemberFields, useMemberLabels } from "~/http/parts/membership/member-fields";
import { notKept } from "~/http/parts/membership/refused";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "membership:new.title");

export async function loader(args: LoaderFunctionArgs) {
  await only(args, "committee");
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const form = await formOf(args.request);
  const parsed = parseForm(memberForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await addMember(actor, parsed.value);
  const refused = notKept(result, form);
  if (refused) return unprocessable(refused);
  return redirect(`${href(locale, "committeeMember", { member: valueOf(result) })}?added`, 303);
}

export default function NewMember() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "committeeMembers")}>{t("list.title")}</a>}
        title={t("new.title")}
        lead={t("new.lead")}
      />
      <ErrorSummary faults={sent?.faults} labels={useMemberLabels()} />
      <Form isPrivate>
        <MemberFields sent={sent} />
        <div>
          <Button>{t("new.go")}</Button>
        </div>
      </Form>
    </>
  );
}
