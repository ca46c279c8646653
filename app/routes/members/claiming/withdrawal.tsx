import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readOwnClaim, withdrawClaim } from "~/domain/membership/claim/claim.server";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { Button, ButtonLink } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "membership:claim.withdraw"),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  return { state: await readOwnClaim(args.params.token ?? "") };
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const { token = "" } = args.params;
  await withdrawClaim(token);
  return redirect(href(locale, "claimWithdrawal", { token }), 303);
}

/** What is gone says so, to whoever comes here again; what is decided cannot be taken back any more. */
export default function WithdrawClaim() {
  const { t } = useTranslation("membership");
  const locale = useLocale();
  const { state } = useLoaderData<typeof loader>();
  if (state === "unconfirmed" || state === "waiting")
    return (
      <>
        <PageHead title={t("claim.withdraw")} />
        <Form>
          <div>
            <Button variant="danger">{t("claim.withdraw")}</Button>
          </div>
        </Form>
      </>
    );
  return (
    <>
      <PageHead
        title={state ? t(`claim.${state}.title`) : t("claim.withdrawn")}
        lead={state ? t(`claim.${state}.lead`) : t("claim.withdrawnLead")}
      />
      <p>
        <ButtonLink href={href(locale, "home")}>{t("claim.home")}</ButtonLink>
      </p>
    </>
  );
}
