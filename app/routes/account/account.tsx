import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { readFactor } from "~/domain/person/factor/factor.server";
import { readAccount } from "~/domain/person/session/sessions.server";
import { providersFor } from "~/domain/person/sso/sso.server";
import { signedIn } from "~/http/guards";
import { titleOf } from "~/http/page/meta";
import { useLocale } from "~/http/page/use-locale";
import { OwnSessions } from "~/http/parts/account/own-sessions";
import { href } from "~/paths";
import { ButtonLink } from "~/ui/button/button";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { Section } from "~/ui/section/section";

export const meta: MetaFunction = (at) => titleOf(at, "account:title");

export async function loader(args: LoaderFunctionArgs) {
  const { own, actor, locale } = await signedIn(args);
  const { searchParams } = new URL(args.request.url);
  const [account, factor] = await Promise.all([readAccount(own), readFactor(own)]);
  const sso = providersFor(locale).length > 0;
  return { sso, name: actor.name, changed: searchParams.has("password"), ...account, factor };
}

export default function Account() {
  const { t } = useTranslation("account");
  const locale = useLocale();
  const { sso, name, demo, staff, changed, can, sessions, factor } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead kicker={name} title={t("title")} />
      {changed ? <Notice tone="good">{t("password.changed")}</Notice> : null}
      {demo ? <Notice>{t("demo")}</Notice> : null}
      <Section title={t("sessions.title")}>
        <p>{t(staff ? "sessions.staff" : "sessions.member")}</p>
        <OwnSessions sessions={sessions} canEndOthers={can.endOthers} />
      </Section>
      {can.changePassword ? (
        <Section title={t("ways")}>
          <p>{t(factor.since ? "factor.isOn" : "factor.isOff", { count: factor.codes })}</p>
          <p className="form-buttons">
            <ButtonLink href={href(locale, "accountFactor")} variant={factor.since ? "quiet" : "primary"}>
              {t("factor.title")}
            </ButtonLink>
            <ButtonLink href={href(locale, "accountPasskeys")} variant="quiet">
              {t("passkeys.title")}
            </ButtonLink>
            {sso ? (
              <ButtonLink href={href(locale, "accountSso")} variant="quiet">
                {t("sso.title")}
              </ButtonLink>
            ) : null}
            <ButtonLink href={href(locale, "accountPassword")} variant="quiet">
              {t("password.title")}
            </ButtonLink>
          </p>
        </Section>
      ) : null}
      <Section title={t("own:title")}>
        <p>{t("own:lead")}</p>
        <p>
          <ButtonLink href={href(locale, "own")} variant="quiet">
            {t("own:title")}
          </ButtonLink>
        </p>
      </Section>
    </>
  );
}
