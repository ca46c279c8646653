import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { firstPasswordForm } from "~/domain/person/form";
import { readInvitation, takeUp } from "~/domain/person/invitation/invitation.server";
import { faultOf, formOf, parseForm, unprocessable } from "~/http/form/form";
import { anyone, originOf } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { welcome } from "~/http/page/welcome";
import { TakeRole } from "~/http/parts/team/take-role";
import { refusal } from "~/http/refuse";
import { href } from "~/paths";
import { Button, ButtonLink } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "session:invitation.title"),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await anyone(args);
  return { invited: await readInvitation(args.params.token ?? "", actor), signedIn: actor !== null };
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const form = await formOf(args.request);
  const parsed = parseForm(firstPasswordForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await takeUp(args.params.token ?? "", parsed.value.passwordNew, await originOf(args));
  if (result.ok) return welcome(result.value, args.request, locale);
  if ("fault" in result) return unprocessable(faultOf("passwordNew", result.fault, form));
  if (result.reason !== "invalid") throw refusal(result);
  return unprocessable(faultOf("form", "link_over", new FormData()));
}

export default function InvitationPage() {
  const { t } = useTranslation("session");
  const locale = useLocale();
  const { token = "" } = useParams();
  const { invited, signedIn } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  if (!invited)
    return (
      <>
        <PageHead title={t("invitation.over")} lead={t("invitation.overLead")} />
        <p>
          <ButtonLink href={href(locale, "signIn")}>{t("go")}</ButtonLink>
        </p>
      </>
    );
  const { email, to, mine } = invited;
  const role = invited.role && t(`role.${invited.role}`);
  const organisation = invited.organisation?.[locale];
  const lead = { begin: "invitation.lead", renew: "invitation.renewLead", take: "invitation.takeLead" } as const;
  const title = { begin: "invitation.title", renew: "invitation.renew", take: "invitation.take" } as const;
  const head = <PageHead kicker={invited.name} title={t(title[to])} lead={t(lead[to], { email })} />;
  const what = role ? (
    <p>{organisation ? t("invitation.roleFor", { role, organisation }) : t("invitation.role", { role })}</p>
  ) : null;
  if (to === "take")
    return (
      <>
        {head}
        {what}
        <TakeRole token={token} mine={mine} signedIn={signedIn} />
      </>
    );
  const labels = { passwordNew: t("account:password.new"), passwordAgain: t("account:password.again") };
  const at = (name: "passwordNew" | "passwordAgain") =>
    ({ name, label: labels[name], type: "password", autoComplete: "new-password", error: faults?.[name] }) as const;
  return (
    <>
      {head}
      {what}
      <ErrorSummary faults={faults} labels={labels} />
      <Form>
        <input type="email" name="email" autoComplete="username" defaultValue={email} readOnly hidden />
        <TextField {...at("passwordNew")} hint={t("account:password.hint")} required />
        <TextField {...at("passwordAgain")} required />
        <div>
          <Button>{t("go")}</Button>
        </div>
      </Form>
    </>
  );
}
