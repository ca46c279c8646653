import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { countFollowed, stopFollowing } from "~/domain/following/following.server";
import { anyone, notFound } from "~/http/guards";
import { formOf } from "~/http/form/form";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found } from "~/http/refuse";
import { href } from "~/paths";
import { Button, ButtonLink } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "following:off.title"),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  const token = args.params.token ?? "";
  return { token, left: found(await countFollowed(token)) };
}

/**
 * Ends one follow, or all. Mail programs send this too, of themselves: so it is answered at once, without a redirect. A
 * link that was cut ends nothing, and says nothing else.
 */
export async function action(args: ActionFunctionArgs) {
  await anyone(args);
  const follow = (await formOf(args.request)).get("follow");
  if (!(await stopFollowing(args.params.token ?? "", follow === null ? null : String(follow)))) throw notFound();
  return { done: true };
}

export default function FollowOff() {
  const { t } = useTranslation("following");
  const locale = useLocale();
  const { token, left } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (!sent && left > 0)
    return (
      <>
        <PageHead title={t("off.title")} lead={t("off.lead")} />
        <Form>
          <div>
            <Button variant="danger">{t("off.all")}</Button>
          </div>
        </Form>
      </>
    );
  return (
    <>
      <PageHead title={t("off.done")} lead={t(left > 0 ? "off.some" : "off.none")} />
      <p>
        {left > 0 ? (
          <ButtonLink href={href(locale, "following", { token })}>{t("own.title")}</ButtonLink>
        ) : (
          <ButtonLink href={href(locale, "home")}>{t("asked.home")}</ButtonLink>
        )}
      </p>
    </>
  );
}
