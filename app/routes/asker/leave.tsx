import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { anyone } from "~/http/guards";
import { href } from "~/paths";
import { enquiryCookie } from "~/platform/session/cookies";

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  return redirect(href(locale, "askCase"), 303);
}

/** Closes the view of an enquiry on this device. The code opens it again. */
export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  const cookie = await enquiryCookie().serialize("", { maxAge: 0 });
  return redirect(href(locale, "askReturn"), { status: 303, headers: { "Set-Cookie": cookie } });
}

/** Shown only around a refusal: the page of an error needs a page to stand in. */
export default function Leave() {
  return null;
}
