import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openReceipt } from "~/domain/lead/lead.server";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { onceCookie } from "~/platform/session/cookies";
import { ButtonLink } from "~/ui/button/button";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "lead:received.title");

export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  const reference = openReceipt(await onceCookie().parse(args.request.headers.get("Cookie")));
  return data({ reference }, { headers: { "Set-Cookie": await onceCookie().serialize("", { maxAge: 0 }) } });
}

export default function LeadReceipt() {
  const { t } = useTranslation(["lead", "error"]);
  const locale = useLocale();
  const { reference } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("received.title")} />
      <div data-draft-taken="lead">
        <Notice tone={reference ? "good" : "info"}>
          {reference ? t("received.text", { reference }) : t("received.gone")}
        </Notice>
      </div>
      <p>
        <ButtonLink href={href(locale, "home")} variant="quiet">
          {t("error:home")}
        </ButtonLink>
      </p>
    </>
  );
}
