import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { confirmFollow } from "~/domain/following/following.server";
import { anyone, notFound } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { Followed } from "~/http/parts/following/followed";
import { found } from "~/http/refuse";
import { readFollowingPage } from "~/http/views/following";
import { href } from "~/paths";
import { Button } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "following:confirm.title"),
  { name: "robots", content: "noindex" },
];

/** Opening the link changes nothing: mail scanners open links too. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  const { follows } = found(await readFollowingPage(args.params.token ?? "", locale));
  return found(follows.find(({ id }) => id === args.params.follow) ?? null);
}

export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const { token = "", follow = "" } = args.params;
  if (!(await confirmFollow(token, follow))) throw notFound();
  return redirect(href(locale, "following", { token }), 303);
}

export default function FollowConfirm() {
  const { t } = useTranslation("following");
  const { named } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("confirm.title")} lead={t("confirm.lead")} />
      {named ? (
        <p>
          <Followed named={named} />
        </p>
      ) : null}
      <Form>
        <div>
          <Button>{t("confirm.yes")}</Button>
        </div>
      </Form>
    </>
  );
}
