import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { releaseEnquiry } from "~/domain/enquiry/steps.server";
import { only } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await only(args, "station");
  return redirect(href(locale, "stationEnquiry", { reference: args.params.reference ?? "" }), 303);
}

/** Gives an enquiry back, for a colleague to take. */
export async function action(args: ActionFunctionArgs) {
  const { locale, actor } = await only(args, "station");
  const reference = args.params.reference ?? "";
  valueOf(await releaseEnquiry(actor, reference));
  return redirect(href(locale, "stationEnquiry", { reference }), 303);
}

/** Shown only around a refusal: the page of an error needs a page to stand in. */
export default function Release() {
  return null;
}
