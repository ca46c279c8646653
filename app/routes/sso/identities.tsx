import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { linkIdentity, linkingOf, providersFor, readIdentities } from "~/domain/person/sso/sso.server";
import { faultOf, unprocessable } from "~/http/form/form";
import { proven } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { OwnIdentities } from "~/http/parts/account/own-identities";
import { href } from "~/paths";
import { linkingCookie } from "~/platform/session/cookies";
import { Button, ButtonLink } from "~/ui/button/button";
import { ErrorSummary } from "~/ui/error-summary/error-summary";
import { Form } from "~/ui/form/form";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "account:sso.title");

export async function loader(args: LoaderFunctionArgs) {
  const { locale, own } = await proven(args);
  const came: unknown = await linkingCookie().parse(args.request.headers.get("Cookie"));
  return { ...(await readIdentities(own)), providers: providersFor(locale), linking: linkingOf(own, came) };
}

export async function action(args: ActionFunctionArgs) {
  const { locale, own } = await proven(args);
  const came: unknown = await linkingCookie().parse(args.request.headers.get("Cookie"));
  const linked = await linkIdentity(own, came);
  if (!linked.ok)
    return unprocessable(
      faultOf("link", linked.reason === "conflict" ? "linked_already" : "link_over", new FormData()),
    );
  const headers = { "Set-Cookie": await linkingCookie().serialize("", { maxAge: 0 }) };
  return redirect(`${href(locale, "accountSso")}?linked`, { status: 303, headers });
}

/** What has just been done, as the address of the page says it. */
const done = [
  ["linked", "good"],
  ["ended", "good"],
  ["failed", "warn"],
] as const;

export default function Identities() {
  const { t } = useTranslation("account");
  const locale = useLocale();
  const { identities, can, providers, linking } = useLoaderData<typeof loader>();
  const faults = useActionData<typeof action>()?.faults;
  const [query] = useSearchParams();
  const nameOf = (id: string) => providers.find((one) => one.id === id)?.name ?? id;
  return (
    <>
      <PageHead
        kicker={<a href={href(locale, "account")}>{t("title")}</a>}
        title={t("sso.title")}
        lead={t("sso.lead")}
      />
      {done.map(([key, tone]) => (query.has(key) ? <Notice key={key} tone={tone} title={t(`sso.${key}`)} /> : null))}
      <ErrorSummary faults={faults} labels={{ link: t("sso.link") }} />
      {linking && !faults ? (
        <Section title={t("sso.ask")}>
          <p>{t("sso.askText", { provider: nameOf(linking.provider), label: linking.label })}</p>
          <Form>
            <div>
              <Button>{t("sso.link")}</Button>
            </div>
          </Form>
        </Section>
      ) : null}
      <Section title={t("sso.own")}>
        <OwnIdentities identities={identities} nameOf={nameOf} />
      </Section>
      {can ? (
        <p className="form-buttons" id="field-link" tabIndex={-1}>
          {providers.map(({ id, name }) => (
            <ButtonLink key={id} variant="quiet" href={href(locale, "accountSsoLink", { provider: id })}>
              {t("sso.with", { provider: name })}
            </ButtonLink>
          ))}
        </p>
      ) : null}
    </>
  );
}
