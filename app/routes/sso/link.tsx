import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { begin } from "~/domain/person/sso/sso.server";
import { proven } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { ssoCookie } from "~/platform/session/cookies";

/** Sends somebody to the provider whose identity they want to link; whether it is linked they say afterwards. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale, own } = await proven(args);
  const back = href(locale, "accountSso");
  const begun = await begin(args.params.provider, { locale, to: back, own });
  if (!begun.ok && begun.reason === "wrong_state") return redirect(`${back}?failed`, 303);
  const { to, asked } = valueOf(begun);
  const headers = { "Set-Cookie": await ssoCookie().serialize(asked), "Cache-Control": "no-store" };
  return redirect(to, { status: 303, headers });
}
