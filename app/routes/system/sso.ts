import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { comeBack } from "~/domain/person/sso/sso.server";
import { originOf } from "~/http/guards";
import { welcomeTo } from "~/http/page/welcome";
import { refusal } from "~/http/refuse";
import { href } from "~/paths";
import { detectLocale } from "~/platform/i18n/detect";
import { linkingCookie, ssoCookie } from "~/platform/session/cookies";

/** Where a provider of single sign-on sends people back to; one address, whatever their language. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, params } = args;
  const asked: unknown = await ssoCookie().parse(request.headers.get("Cookie"));
  const came = await comeBack(params.provider, new URL(request.url), asked, await originOf(args));
  const headers = new Headers({ "Set-Cookie": await ssoCookie().serialize("", { maxAge: 0 }) });
  if (!came.ok && came.reason === "too_many") throw refusal(came);
  if (!came.ok) return redirect(`/${await detectLocale(request)}/sign-in?sso=failed`, { status: 303, headers });
  const { locale, to, ...rest } = came.value;
  if (rest.is === "in") return welcomeTo(rest.entry, to, locale, headers);
  if (rest.is === "linking") {
    headers.append("Set-Cookie", await linkingCookie().serialize(rest.came));
    return redirect(href(locale, "accountSso"), { status: 303, headers });
  }
  return redirect(`${href(locale, "signIn")}?sso=${rest.why}`, { status: 303, headers });
}
