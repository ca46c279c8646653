import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { eraseCase, readCase } from "~/domain/enquiry/enquiry.server";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { WhatStays } from "~/http/parts/what-stays";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { enquiryCookie } from "~/platform/session/cookies";
import { Button, ButtonLink } from "~/ui/button/button";
import { Facts } from "~/ui/facts/facts";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "enquiry:erase.title"),
  { name: "robots", content: "noindex" },
];

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  const enquiry = await readCase(await enquiryCookie().parse(args.request.headers.get("Cookie")));
  if (!enquiry) throw redirect(href(locale, "askReturn"), 303);
  return { reference: enquiry.reference };
}

/** Erases the enquiry and closes its view on this device. */
export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  valueOf(await eraseCase(await enquiryCookie().parse(args.request.headers.get("Cookie"))));
  const cookie = await enquiryCookie().serialize("", { maxAge: 0 });
  return redirect(href(locale, "askErased"), { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function Erasure() {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const { reference } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead kicker={t("station")} title={t("erase.title")} lead={t("erase.lead")} />
      <Facts items={[{ term: t("reference"), detail: reference }]} />
      <Notice tone="warn" title={t("erase.goes")}>
        <ul>
          <li>{t("erase.goesWords")}</li>
          <li>{t("erase.goesContact")}</li>
          <li>{t("erase.goesCode")}</li>
        </ul>
      </Notice>
      <WhatStays />
      <Form>
        <div className="form-buttons">
          <Button variant="danger">{t("erase.do")}</Button>
          <ButtonLink href={href(locale, "askCase")} variant="quiet">
            {t("back")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
