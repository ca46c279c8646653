import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { passwordForm } from "~/domain/person/form";
import { changePassword } from "~/domain/person/person.server";
import { faultOf, formOf, parseForm, unprocessable } from "~/http/form/form";
import { proven } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { refusal } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "account:password.title");

export async function loader(args: LoaderFunctionArgs) {
  await proven(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { locale, own } = await proven(args);
  const form = await formOf(args.request);
  const parsed = parseForm(passwordForm, form);
  if (!parsed.ok) return unprocessable(parsed);
  const result = await changePassword(own, parsed.value, args.context.network ?? "");
  if (result.ok) return redirect(`${href(locale, "account")}?password`, 303);
  if ("fault" in result) return unprocessable(faultOf("passwordNew", result.fault, form));
  if (result.reason !== "invalid") throw refusal(result);
  return unprocessable(faultOf("passwordNow", "wrong_password", form));
}

export default function Password() {
  const { t } = useTranslation("account");
  const faults = useActionData<typeof action>()?.faults;
  const labels = {
    passwordNow: t("password.now"),
    passwordNew: t("password.new"),
    passwordAgain: t("password.again"),
  };
  return (
    <>
      <PageHead title={t("password.title")} lead={t("password.lead")} />
      <ErrorSummary faults={faults} labels={labels} />
      <Form>
        <TextField
          name="passwordNow"
          label={labels.passwordNow}
          type="password"
          autoComplete="current-password"
          required
          error={faults?.passwordNow}
        />
        <TextField
          name="passwordNew"
          label={labels.passwordNew}
          hint={t("password.hint")}
          type="password"
          autoComplete="new-password"
          required
          error={faults?.passwordNew}
        />
        <TextField
          name="passwordAgain"
          label={labels.passwordAgain}
          type="password"
          autoComplete="new-password"
          required
          error={faults?.passwordAgain}
        />
        <div>
          <Button>{t("password.go")}</Button>
        </div>
      </Form>
    </>
  );
}
