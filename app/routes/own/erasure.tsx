import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { askErasure } from "~/domain/privacy/own.server";
import { signedIn } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { found, valueOf } from "~/http/refuse";
import { readOwnPage } from "~/http/views/own";
import { href } from "~/paths";
import { Button, ButtonLink } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";

export const meta: MetaFunction = (at) => titleOf(at, "own:erase.title");

export async function loader(args: LoaderFunctionArgs) {
  const { own, locale } = await signedIn(args);
  const { can, kept } = found(await readOwnPage(own));
  if (!can.erase) throw redirect(href(locale, "own"), 303);
  return { days: kept.account };
}

export async function action(args: ActionFunctionArgs) {
  const { own, locale } = await signedIn(args);
  valueOf(await askErasure(own));
  return redirect(href(locale, "own"), 303);
}

export default function Erasure() {
  const { t } = useTranslation("own");
  const locale = useLocale();
  const { days } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("erase.title")} lead={t("erase.lead", { days })} />
      <Notice tone="warn" title={t("erase.goes")}>
        <ul>
          <li>{t("erase.goesAccount")}</li>
          <li>{t("erase.goesOwn")}</li>
          <li>{t("erase.goesLetters")}</li>
        </ul>
      </Notice>
      <Notice title={t("erase.stays")}>
        <ul>
          <li>{t("erase.staysRecord")}</li>
          <li>{t("erase.staysJournal")}</li>
          <li>{t("erase.staysBackup")}</li>
        </ul>
      </Notice>
      <Form>
        <div className="form-buttons">
          <Button variant="danger">{t("erase.do")}</Button>
          <ButtonLink href={href(locale, "own")} variant="quiet">
            {t("erase.back")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
