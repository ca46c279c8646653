import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { turnOn } from "~/domain/person/factor/factor.server";
import { factorForm } from "~/domain/person/form";
import { faultOf, formOf, parseForm, unprocessable } from "~/http/form/form";
import { proven } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { FactorSetup } from "~/http/parts/account/factor-setup";
import { refusal } from "~/http/refuse";
import { readFactorPage, withCodes } from "~/http/views/account";
import { href } from "~/paths";
import { formatDay } from "~/platform/i18n/format";
import { Button, ButtonLink } from "~/ui/button/button";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "account:factor.title");

export async function loader(args: LoaderFunctionArgs) {
  const { own } = await proven(args);
  return readFactorPage(own, new URL(args.request.url).searchParams.has("move"));
}

export async function action(args: ActionFunctionArgs) {
  const { locale, own } = await proven(args);
  const form = await formOf(args.request);
  const parsed = parseForm(factorForm, form);
  if (!parsed.ok) return unprocessable({ ...parsed, typed: {} });
  const result = await turnOn(own, parsed.value, args.context.network ?? "");
  if (result.ok) return withCodes(result.value, args.request, locale);
  if (result.reason === "conflict") return redirect(args.request.url, 303);
  if (result.reason !== "invalid") throw refusal(result);
  return unprocessable(faultOf("code", "wrong_factor", form));
}

export default function SecondFactor() {
  const { t } = useTranslation("account");
  const locale = useLocale();
  const { required, since, codes, can, setup } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <PageHead title={t("factor.title")} lead={t("factor.lead")} />
      {required ? <Notice tone="warn">{t("factor.required")}</Notice> : null}
      {setup ? <FactorSetup {...setup} faults={sent?.faults} /> : null}
      {since && !setup ? (
        <>
          <Notice tone="good">{t("factor.since", { day: formatDay(since, locale) })}</Notice>
          <Section title={t("codes.title")}>
            <p>{t("codes.left", { count: codes })}</p>
            <Form action={href(locale, "accountCodes")}>
              <div>
                <Button variant="quiet">{t("codes.renew")}</Button>
              </div>
            </Form>
          </Section>
          <Section title={t("factor.other")}>
            <p>
              <ButtonLink href="?move" variant="quiet">
                {t("factor.move")}
              </ButtonLink>
            </p>
            {can.turnOff ? (
              <Form action={href(locale, "accountFactorOff")}>
                <div>
                  <Button variant="danger">{t("factor.off")}</Button>
                </div>
              </Form>
            ) : null}
          </Section>
        </>
      ) : null}
    </>
  );
}
