import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openReceipt } from "~/domain/enquiry/enquiry.server";
import { valueNow } from "~/domain/setting/setting.server";
import { anyone } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { href } from "~/paths";
import { onceCookie } from "~/platform/session/cookies";
import { ButtonLink } from "~/ui/button/button";
import { Facts } from "~/ui/facts/facts";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { PrivateView } from "~/ui/section/private-view";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => [
  ...titleOf(at, "enquiry:receipt.title"),
  { name: "robots", content: "noindex" },
];

/** Shows a receipt once: the cookie that brought it goes with the answer. */
export async function loader(args: LoaderFunctionArgs) {
  await anyone(args);
  const receipt = openReceipt(await onceCookie().parse(args.request.headers.get("Cookie")));
  const headers = {
    "Cache-Control": "private, no-store",
    "Set-Cookie": await onceCookie().serialize("", { maxAge: 0 }),
  };
  return data({ receipt, days: await valueNow("answer_days") }, { headers });
}

export default function AskReceipt() {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  const { receipt, days } = useLoaderData<typeof loader>();
  if (!receipt?.code) return <Gone reference={receipt?.reference} />;
  return (
    <PrivateView>
      <PageHead kicker={t("station")} title={t("receipt.title")} lead={t("receipt.lead")} />
      <Facts items={[{ term: t("reference"), detail: receipt.reference }]} />
      <Section title={t("receipt.code")}>
        <p className="code" data-receipt-code>
          {receipt.code}
        </p>
        <Notice tone="warn" title={t("receipt.once")}>
          <ul>
            <li>{t("receipt.keep")}</li>
            <li>{t("receipt.photo")}</li>
            <li>{t("receipt.secret")}</li>
            <li>{t("receipt.lost")}</li>
          </ul>
        </Notice>
        <p data-print hidden>
          <button type="button" className="button button-quiet">
            {t("receipt.print")}
          </button>
        </p>
      </Section>
      <Section title={t("receipt.then")}>
        <p>{t("receipt.thenText", { count: days })}</p>
        <p>
          <ButtonLink href={href(locale, "askReturn")} variant="quiet">
            {t("return.title")}
          </ButtonLink>
        </p>
      </Section>
      <p className="soft">{t("disclaimer.text")}</p>
    </PrivateView>
  );
}

function Gone({ reference }: { reference: string | undefined }) {
  const { t } = useTranslation("enquiry");
  const locale = useLocale();
  return (
    <>
      <PageHead kicker={t("station")} title={t("receipt.goneTitle")} lead={t("receipt.gone")} />
      {reference ? <Facts items={[{ term: t("reference"), detail: reference }]} /> : null}
      <p className="form-buttons">
        <ButtonLink href={href(locale, "askReturn")}>{t("return.title")}</ButtonLink>
        <ButtonLink href={href(locale, "ask")} variant="quiet">
          {t("ask.title")}
        </ButtonLink>
      </p>
    </>
  );
}
