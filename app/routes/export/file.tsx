import type { LoaderFunctionArgs } from "@remix-run/node";
import { signedIn } from "~/http/guards";
import { found } from "~/http/refuse";
import { exportFile } from "~/http/views/exports";

/** The file of an export, for who asked for it. */
export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await signedIn(args);
  return found(await exportFile(actor, args.params.export));
}
