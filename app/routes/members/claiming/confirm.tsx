import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { confirmClaim, readOwnClaim } from "~/domain/membership/claim/claim.server";
import { anyone, notFound } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "membership:claim.title"),
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing: mail scanners open links too. */
export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return { state: found(await readOwnClaim(args.params.token ?? "")) };
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const { token = "" } = args.params;
  if (!(await confirmClaim(token))) throw notFound();
  return redirect(href(locale, "claimConfirm", { token }), 303);
}

export default function ConfirmClaim() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const { state } = useLoaderData<typeof loader>();
  const { token = "" } = useParams();
  const open = state === "unconfirmed" || state === "waiting";
  return (
    <>
      <PageHead title={t(`claim.${state}.title`)} lead={t(`claim.${state}.lead`)} />
      {state === "unconfirmed" ? (
        <Form>
          <div>
            <Button>{t("claim.confirm")}</Button>
          </div>
        </Form>
      ) : null}
      {open ? (
        <Form action={href(locale, "claimWithdrawal", { token })}>
          <div>
            <Button variant="quiet">{t("claim.withdraw")}</Button>
          </div>
        </Form>
      ) : null}
    </>
  );
}
