import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { markSolved } from "~/domain/enquiry/enquiry.server";
import { anyone } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";
import { enquiryCookie } from "~/platform/session/cookies";

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await anyone(args);
  return redirect(href(locale, "askCase"), 303);
}

/** The asker says that nothing more is needed. */
export async function action(args: ActionFunctionArgs) {
  const { locale } = await anyone(args);
  valueOf(await markSolved(await enquiryCookie().parse(args.request.headers.get("Cookie"))));
  return redirect(href(locale, "askCase"), 303);
}

/** Shown only around a refusal: the page of an error needs a page to stand in. */
export default function Solved() {
  return null;
}
