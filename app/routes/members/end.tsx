import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { chinaDay } from "~/domain/calendar/days";
import { endMember, readMember } from "~/domain/membership/desk.server";
import { endForm } from "~/domain/membership/form";
import { faultOf, formOf, parseForm, unprocessable } from "~/http/form/form";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { now } from "~/platform/clock";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "membership:end.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "committee");
  const { member, can } = found(await readMember(actor, args.params.member));
  return { member: found(can.end ? member : null), today: chinaDay(now()) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const form = await formOf(args.request);
  const parsed = parseForm(endForm(chinaDay(now())), form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await endMember(actor, args.params.member, parsed.value.lastDay);
  if (!result.ok && result.reason === "invalid") return unprocessable(faultOf("lastDay", "ends_sooner", form));
  const member = valueOf(result);
  return redirect(`${href(locale, "committeeMember", { member })}?saved`, 303);
}

export default function EndMembership() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const { member, today } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const label = t("field.until");
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "committeeMember", { member: member.id })}>{member.name}</a>}
        title={t("end.title")}
        lead={t(member.state === "waiting" ? "end.waiting" : "end.text", { name: member.name })}
      />
      <ErrorSummary faults={sent?.faults} labels={{ lastDay: label }} />
      <Form>
        <TextField
          name="lastDay"
          type="date"
          label={label}
          hint={t("end.hint")}
          min={today}
          error={sent?.faults.lastDay}
          defaultValue={sent?.typed.lastDay ?? today}
          required
        />
        <div>
          <Button variant="danger">{t("end.go")}</Button>
        </div>
      </Form>
    </>
  );
}
