import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { chinaDay } from "~/domain/calendar/days";
import { changeMember, readMember } from "~/domain/membership/desk.server";
import { profileForm } from "~/domain/membership/form";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { isOutdated, outdated } from "~/http/form/outdated";
import { only } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { MemberFacts, MemberState } from "~/http/parts/membership/member-facts";
import { MemberFields, useMemberLabels } from "~/http/parts/membership/member-fields";
import { notKept } from "~/http/parts/membership/refused";
import { found, valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { formatTime } from "~/platform/i18n/format";
import { Button, ButtonLink } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "membership:list.title");

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await only(args, "committee");
  return found(await readMember(actor, args.params.member));
}

export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await only(args, "committee");
  const form = await formOf(args.request);
  const parsed = parseForm(profileForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await changeMember(actor, args.params.member, parsed.value);
  if (isOutdated(result)) return outdated(form);
  const refused = notKept(result, form);
  if (refused) return unprocessable(refused);
  return redirect(`${href(locale, "committeeMember", { member: valueOf(result) })}?saved`, 303);
}

const news = ["added", "saved", "invited"] as const;

export default function Member() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const { member, invitedUntil, can } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const told = news.find((one) => query.has(one));
  const invited = invitedUntil ? t("member.invitedUntil", { time: formatTime(invitedUntil, locale) }) : null;
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "committeeMembers")}>{t("list.title")}</a>}
        title={member.name}
        lead={member.nameLatin}
      >
        <p>
          <MemberState state={member.state} />
        </p>
      </PageHead>
      {told ? <Notice tone="good">{t(`member.${told}`)}</Notice> : null}
      <MemberFacts member={member} more={[{ term: t("field.email"), detail: member.email }]} />
      {member.state === "waiting" ? (
        <Notice title={t("state.waiting")}>
          <p>{invited ?? t("member.notInvited")}</p>
          {can.invite ? (
            <Form action={href(locale, "committeeMemberInvite", { member: member.id })}>
              <div>
                <Button variant="quiet">{t("member.invite")}</Button>
              </div>
            </Form>
          ) : null}
        </Notice>
      ) : null}
      {can.end ? (
        <p>
          <ButtonLink href={href(locale, "committeeMemberEnd", { member: member.id })} variant="quiet">
            {t("end.title")}
          </ButtonLink>
        </p>
      ) : null}
      {can.change ? <Profile /> : null}
    </>
  );
}

function Profile() {
  const { t } = useTranslation("membership");
  const { member } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const late = sent && "outdated" in sent;
  const known = {
    name: member.name,
    nameLatin: member.nameLatin ?? "",
    kind: member.kind,
    session: String(member.session),
    sector: member.sector ?? "",
    liaisonGroup: member.liaisonGroup ?? "",
    locale: member.locale,
    from: chinaDay(new Date(member.from)),
    until: member.lastDay ?? "",
  };
  return (
    <Section title={t("change.title")}>
      {late ? (
        <div role="alert">
          <Notice tone="warn">{t("change.late")}</Notice>
        </div>
      ) : null}
      <ErrorSummary faults={sent?.faults} labels={useMemberLabels()} />
      <Form isPrivate>
        <input type="hidden" name="seen" value={late ? member.version : (sent?.typed.seen ?? member.version)} />
        <MemberFields sent={sent} known={known} without={["email"]} />
        <div>
          <Button>{t("change.go")}</Button>
        </div>
      </Form>
    </Section>
  );
}
