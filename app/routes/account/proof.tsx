import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { needsCode, prove } from "~/domain/person/entry.server";
import { proofForm } from "~/domain/person/form";
import { faultOf, formOf, parseForm, unprocessable } from "~/http/form/form";
import { cookieOf, signedIn } from "~/http/guards";
import { localPath } from "~/http/page/local-path";
import { titleOf } from "~/http/page/meta";
import { refusal } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "account:proof.title");

/** Before something dangerous: somebody else may be sitting before a session that was left open. */
export async function loader(args: LoaderFunctionArgs) {
  const { own } = await signedIn(args);
  return { code: await needsCode(own) };
}

export async function action(args: ActionFunctionArgs) {
  const { locale, own } = await signedIn(args);
  const form = await formOf(args.request);
  const parsed = parseForm(proofForm, form);
  if (!parsed.ok) return unprocessable({ ...parsed, typed: {} });
  const result = await prove(own, parsed.value, args.context.network ?? "");
  if (!result.ok && result.reason !== "invalid") throw refusal(result);
  if (!result.ok) return unprocessable({ ...faultOf("password", "wrong_proof", form), typed: {} });
  const to = localPath(new URL(args.request.url).searchParams.get("to"), locale, href(locale, "account"));
  return redirect(to, { status: 303, headers: { "Set-Cookie": await cookieOf(result.value) } });
}

export default function Proof() {
  const { t } = useTranslation(["account", "session"]);
  const { code } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  return (
    <>
      <PageHead title={t("proof.title")} lead={t("proof.lead")} />
      <ErrorSummary faults={faults} labels={{ password: t("password.now") }} />
      <Form>
        <TextField
          name="password"
          label={t("password.now")}
          type="password"
          autoComplete="current-password"
          required
          error={faults?.password}
        />
        {code ? (
          <TextField
            name="code"
            label={t("session:code.code")}
            hint={t("session:code.hint")}
            autoComplete="one-time-code"
            required
          />
        ) : null}
        <div>
          <Button>{t("proof.go")}</Button>
        </div>
      </Form>
    </>
  );
}
