import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { enterWithCode, isTicket } from "~/domain/person/entry.server";
import { faultOf, formOf, unprocessable } from "~/http/form/form";
import { anyone, originOf } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { welcome } from "~/http/page/welcome";
import { refusal } from "~/http/refuse";
import { href } from "~/paths";
import { entryCookie } from "~/platform/session/cookies";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "session:code.title");

const ticketIn = (request: Request): Promise<unknown> => entryCookie().parse(request.headers.get("Cookie"));

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  if (!isTicket(await ticketIn(args.request))) throw redirect(href(locale, "signIn"), 303);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const form = await formOf(args.request);
  const code = String(form.get("code") ?? "");
  const result = await enterWithCode(await ticketIn(args.request), code, await originOf(args));
  if (result.ok) return welcome({ token: result.value, owes: false }, args.request, locale);
  if (result.reason === "not_found") return redirect(href(locale, "signIn"), 303);
  if (result.reason !== "invalid") throw refusal(result);
  return unprocessable({ ...faultOf("code", "wrong_factor", form), typed: {} });
}

export default function SignInCode() {
  const { t } = useTranslation("session");
  const locale = useLocale();
  const faults = useActionData<typeof action>()?.faults;
  return (
    <>
      <PageHead title={t("code.title")} lead={t("code.lead")} />
      <ErrorSummary faults={faults} labels={{ code: t("code.code") }} />
      <Form>
        <TextField
          name="code"
          label={t("code.code")}
          hint={t("code.hint")}
          autoComplete="one-time-code"
          required
          error={faults?.code}
        />
        <div>
          <Button>{t("go")}</Button>
        </div>
      </Form>
      <p>
        <a href={href(locale, "signIn")}>{t("code.other")}</a>
      </p>
    </>
  );
}
