import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { begin } from "~/domain/person/sso/sso.server";
import { anyone } from "~/http/guards";
import { localPath } from "~/http/page/local-path";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { ssoCookie } from "~/platform/session/cookies";

/** Sends somebody to the provider by which they sign in. Nothing changes here but what their own browser keeps. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  const to = localPath(new URL(args.request.url).searchParams.get("to"), locale);
  const begun = await begin(args.params.provider, { locale, to, own: null });
  if (!begun.ok && begun.reason === "wrong_state") return redirect(`${href(locale, "signIn")}?sso=failed`, 303);
  const { to: provider, asked } = valueOf(begun);
  const headers = { "Set-Cookie": await ssoCookie().serialize(asked), "Cache-Control": "no-store" };
  return redirect(provider, { status: 303, headers });
}
