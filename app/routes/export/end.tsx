import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { endExport } from "~/domain/export/export.server";
import { signedIn } from "~/http/guards";
import { valueOf } from "~/http/refuse";
import { href } from "~/paths";

/** Lets go of an export before its time. */
export async function action(args: ActionFunctionArgs) {
  const { actor, locale } = await signedIn(args);
  valueOf(await endExport(actor, args.params.export));
  return redirect(`${href(locale, "exports")}?ended`, 303);
}
