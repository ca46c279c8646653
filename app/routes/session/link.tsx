import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { linkForm } from "~/domain/person/form";
import { askForLink } from "~/domain/person/link/link.server";
import { formOf, parseForm, unprocessable } from "~/http/form/form";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { TextField } from "~/ui/field/field";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "session:link.title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const parsed = parseForm(linkForm, await formOf(args.request));
  if (!parsed.ok) return unprocessable(parsed);
  valueOf(await askForLink(parsed.value.email, locale, args.context.network ?? ""));
  return redirect(href(locale, "signInLinkAsked"), 303);
}

export default function SignInLink() {
  const { t } = useTranslation("session");
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHead title={t("link.title")} lead={t("link.lead")} />
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
        <div>
          <Button>{t("link.go")}</Button>
        </div>
      </Form>
    </>
  );
}
