import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { signIn } from "~/domain/person/entry.server";
import { demoAccounts } from "~/domain/person/person.server";
import { providersFor } from "~/domain/person/sso/sso.server";
import { noticeOn } from "~/domain/setting/notice/notices.server";
import { faultOf, formOf, unprocessable } from "~/http/form/form";
import { anyone, originOf } from "~/http/guards";
import { useLocale } from "~/http/page/use-locale";
import { welcome } from "~/http/page/welcome";
import { titleOf } from "~/http/page/meta";
import { FormNotice } from "~/http/parts/form-notice";
import { refusal } from "~/http/refuse";
import { href } from "~/paths";
import { env } from "~/platform/env";
import { Button, ButtonLink } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "session:title");

/** The password of the accounts to try the portal with. They exist only where demonstration is on. */
const demoPassword = "qiaoqiao-demo";

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  const [demo, notice] = [env().demo ? await demoAccounts() : [], await noticeOn("sign_in", locale)];
  return { providers: providersFor(locale), demo, notice };
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const form = await formOf(args.request);
  const [email, password] = [String(form.get("email") ?? ""), String(form.get("password") ?? "")];
  const result = await signIn(email, password, await originOf(args));
  if (!result.ok) {
    if (result.reason === "too_many") throw refusal(result);
    return unprocessable(faultOf("email", "wrong_sign_in", form));
  }
  return welcome(result.value, args.request, locale);
}

export default function SignIn() {
  const { t } = useTranslation("session");
  const { demo, providers, notice } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const back = useLocation().search;
  const failed = new URLSearchParams(back).get("sso");
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <FormNotice text={notice} />
      {failed ? <Notice tone="warn">{t(failed === "unlinked" ? "sso.unlinked" : "sso.failed")}</Notice> : null}
      <ErrorSummary faults={sent?.faults} labels={{ email: t("email") }} />
      <Form>
        <TextField
          name="email"
          label={t("email")}
          type="email"
          autoComplete="username"
          required
          defaultValue={sent?.typed.email}
          error={sent?.faults.email}
        />
        <TextField name="password" label={t("password")} type="password" autoComplete="current-password" required />
        <div>
          <Button>{t("go")}</Button>
        </div>
      </Form>
      {providers.length > 0 ? (
        <p className="form-buttons">
          {providers.map(({ id, name }) => (
            <ButtonLink key={id} variant="quiet" href={href(locale, "signInWith", { provider: id }) + back}>
              {t("sso.with", { provider: name })}
            </ButtonLink>
          ))}
        </p>
      ) : null}
      <p className="form-buttons">
        <a href={href(locale, "signInPasskey") + back}>{t("passkey.title")}</a>
        <a href={href(locale, "signInLink")}>{t("link.title")}</a>
      </p>
      {demo.length > 0 ? (
        <Section title={t("demo")}>
          <p>{t("demoText", { password: demoPassword })}</p>
          {demo.map(({ email, name, role }) => (
            <Form key={email} inline>
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={demoPassword} />
              <Button variant="quiet">{`${t(`role.${role}`)} · ${name}`}</Button>
              <span className="soft">{email}</span>
            </Form>
          ))}
        </Section>
      ) : null}
    </>
  );
}
