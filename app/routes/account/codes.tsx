import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { openRecoveryCodes, renewRecoveryCodes } from "~/domain/person/factor/factor.server";
import { proven, signedIn } from "~/http/guards";
import { localPath } from "~/http/page/local-path";
import { titleOf } from "~/http/page/meta";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { onceCookie } from "~/platform/session/cookies";
import { ButtonLink } from "~/ui/button/button";
import { Notice } from "~/ui/notice/notice";
import { PageHead } from "~/ui/page-head/page-head";
import { PrivateView } from "~/ui/section/private-view";

export const meta: MetaFunction = (at) => titleOf(at, "account:codes.title");

/** Shows new recovery codes once: the cookie that brought them goes with the answer. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale, own } = await signedIn(args);
  const codes = openRecoveryCodes(own, await onceCookie().parse(args.request.headers.get("Cookie")));
  const to = localPath(new URL(args.request.url).searchParams.get("to"), locale, href(locale, "account"));
  return data({ codes, to }, { headers: { "Set-Cookie": await onceCookie().serialize("", { maxAge: 0 }) } });
}

export async function action(args: ActionFunctionArgs) {
  const { locale, own } = await proven(args);
  const once = valueOf(await renewRecoveryCodes(own));
  const headers = { "Set-Cookie": await onceCookie().serialize(once) };
  return redirect(href(locale, "accountCodes"), { status: 303, headers });
}

export default function RecoveryCodes() {
  const { t } = useTranslation("account");
  const { codes, to } = useLoaderData<typeof loader>();
  return (
    <PrivateView>
      <PageHead title={t("codes.title")} lead={t(codes ? "codes.lead" : "codes.gone")} />
      {codes ? (
        <>
          <ul className="code recovery-codes" data-recovery-codes>
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <Notice tone="warn" title={t("codes.once")}>
            <p>{t("codes.keep")}</p>
          </Notice>
        </>
      ) : null}
      <p className="form-buttons">
        <ButtonLink href={to}>{t("codes.on")}</ButtonLink>
      </p>
    </PrivateView>
  );
}
